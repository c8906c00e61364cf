"""Sheets that are cut, folded or put on a wall become pages: boxes at places, drawn once, in the tree in reading order."""
