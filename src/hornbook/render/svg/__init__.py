"""Boxes of a plan as an SVG drawing, for formats that have no pages: a picture of a slide, a chart."""

from hornbook.render.svg.charts import chart_group
from hornbook.render.svg.drawing import as_png, as_svg

__all__ = ["as_png", "as_svg", "chart_group"]
