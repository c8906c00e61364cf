"""What is wanted, what is stale, and how it is written: the only stage that touches output files."""
