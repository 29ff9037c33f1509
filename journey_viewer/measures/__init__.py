"""A journey -> numbers. Pure functions over the columns of one case."""
