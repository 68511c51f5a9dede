"""Decides whether an English string renders a Chinese one: by dictionary, by sound, by inflected words."""
