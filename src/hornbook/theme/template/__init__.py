"""A school's own .pptx or .potx becomes a theme: its masters and layouts stay, what slides need besides is made from them."""
