"""Finds the term pairs that parallel text implies: words that stand in the same segment pairs again and again."""
