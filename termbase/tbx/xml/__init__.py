"""XML in and out: text that is safe to parse, elements with their places, markup that is kept."""
