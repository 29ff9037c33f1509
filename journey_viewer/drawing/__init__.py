"""Layout + theme -> pixels. QtGui only, no widgets."""
