"""Keeps results between runs in the user's cache folder; each file name depends on all that the result depends on.

`folder` manages the folder, `knowledge` computes the fingerprint of the program, `place` names the results made
from a file, and `kept` keeps tables.
"""
