"""Pictures, made safe and free of all but the picture, and drawings of addresses."""
