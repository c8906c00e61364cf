"""The plans: what is drawn, where, and what it means. Everything is decided here; renderers only write it down."""
