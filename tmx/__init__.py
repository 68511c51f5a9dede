"""Translation memories in TMX 1.4b."""
