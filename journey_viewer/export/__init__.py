"""Anonymised pages out: decks and workbooks. No Qt."""
