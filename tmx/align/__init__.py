"""Aligns the sentences of a document with those of its translation. Start from `align.align`."""
