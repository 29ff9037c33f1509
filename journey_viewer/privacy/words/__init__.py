"""Free text -> pieces, each kept or with what leaves in its place. One small rule a file."""
