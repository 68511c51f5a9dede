"""Chinese text rewritten for the readers of one region. Start from `text`."""
