"""One YAML lesson outline in, a native PowerPoint deck and printable, accessible PDF handouts out."""

__version__ = "0.1.0"
