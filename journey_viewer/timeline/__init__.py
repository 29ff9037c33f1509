"""A case -> where everything stands on the picture. Pure geometry, no Qt."""
