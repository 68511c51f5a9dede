"""Data that is installed with the program. Origin and licence of each file: SOURCES.md."""
