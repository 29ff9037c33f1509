"""What is said wherever it is told what the cases have in common: on pages and on the wall of a meeting."""

TITLE = "What the cases have in common"
CHOSEN = "The cases were chosen, not sampled: check a pattern on the whole list before planning around it."
