"""A journey -> what happens in it that a meeting should talk about: one rule a pattern, pure functions of one case."""
