"""Words and characters that differ by region, and the region of a text."""
