"""Where the work is kept: the start page, the case file's passphrase, its lock, and what is done about it."""
