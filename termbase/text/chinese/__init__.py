"""Chinese characters and words: folded, cut, read aloud, repaired."""
