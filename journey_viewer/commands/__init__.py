"""The command line: what can be said, what that opens, and what each command does."""
