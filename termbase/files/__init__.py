"""Handles files of any kind: decodes them, writes them whole or not at all, processes them in parallel."""
