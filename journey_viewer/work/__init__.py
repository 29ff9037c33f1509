"""The jobs that join rooms, each a generator, used by the window and the command line alike. No Qt."""
