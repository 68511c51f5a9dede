"""English words and phrases folded, so that forms of one term compare as equal."""
