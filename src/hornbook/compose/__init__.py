"""A lesson and a theme become a deck: every word in a box that holds it, one module for each slide kind."""
