"""A file becomes touchpoints and problems: guard, sheets, profile, columns, dates, codes, people."""
