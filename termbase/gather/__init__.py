"""Builds a termbase from documents: concepts, a table of candidates, and a page. Start from `job.gather`."""
