"""Data files that are installed with the program. SOURCES.md lists the origin and licence of each file."""
