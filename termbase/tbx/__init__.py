"""Reads, writes, validates, compares and merges termbases in TBX files (ISO 30042)."""
