"""The checks. Each module has the name of its check, or of the first one of several."""
