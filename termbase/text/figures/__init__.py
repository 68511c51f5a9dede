"""Numbers in a text, in digits and in words of both languages, and whether two texts state the same ones."""
