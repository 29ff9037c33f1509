"""What each organisation's system exports, one family a file."""
