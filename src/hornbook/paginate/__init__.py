"""A document and a paper become pages: boxes at places, text broken into lines, nothing parted that belongs together."""
