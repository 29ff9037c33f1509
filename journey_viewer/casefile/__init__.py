"""The encrypted case file: what the lists say, what people wrote, and who opened and shared it."""
