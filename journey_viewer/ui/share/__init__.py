"""The place "Share": what will leave this computer, seen before it does."""
