"""Consistency checks: each finding is a value with a place."""
