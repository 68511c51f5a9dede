"""Knows Chinese and English text: scripts, words, sounds, numbers, and the forms in which texts are compared."""
