"""A case -> what may be seen of it by others. One small rule a file."""
