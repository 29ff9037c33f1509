"""Who attends, on the command line."""
