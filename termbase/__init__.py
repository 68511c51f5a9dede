"""Chinese-English terminology: concepts, text knowledge, documents, extraction and checks.

Start from `termbase.model` for the data, `termbase.build` for the main job.
"""
