"""The place "Lists": what was read, and what became of every row."""
