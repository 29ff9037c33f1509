"""The projected side of a meeting: it is handed AnonymousCases and words that were cleaned, and knows nothing else."""
