"""Reads document files into blocks of running text whose offsets point into the original text."""
