"""Rewrites Chinese text for the readers of one region. Start from `text`."""
