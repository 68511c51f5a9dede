"""Term pairs that authors gloss in running text."""
