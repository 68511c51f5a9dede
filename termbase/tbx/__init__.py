"""TBX files (ISO 30042) in and out."""
