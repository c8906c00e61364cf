"""Palette, type scale and layouts, from YAML or from a school's own template."""
