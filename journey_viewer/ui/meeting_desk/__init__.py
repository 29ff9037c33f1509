"""The laptop's side of a meeting: what is prepared, what the presenter sees, and what is recorded in the room."""
