"""What is done with whole memories: convert, merge, clean, filter, split, compare, count."""
