"""Faces, shaping, line breaking and fitting, for slides and for print alike."""
