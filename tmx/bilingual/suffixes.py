"""What a folder is looked through for, apart from the readers: quick to import."""

SUFFIXES = frozenset({".tmx", ".po", ".xlf", ".xliff"})
"""The endings of bilingual files; other kinds are read where they are named."""
