"""The validated, immutable Lesson: what an outline means for one audience."""
