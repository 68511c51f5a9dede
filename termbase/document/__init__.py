"""A file in, blocks of running text with offsets into the original out."""
