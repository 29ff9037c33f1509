"""The place "Patterns": what the journeys of the chosen people have in common."""
