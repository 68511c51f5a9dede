"""Consistency checks: each finding is a value with a place.

Start from `registry`, which lists the checks; a check is a function from a `Subject` to `Problem`s, and `run`
makes them findings.
"""
