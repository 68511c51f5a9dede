"""Bilingual files: their segments, both sides as subjects, and what the checks of both sides compare.

Start from `bitext_subject`. `segment_*` are about single segments, `code_*` about placeholders and tags, and
`word_uses` about the sense in which a file uses a word. `same_meaning` and `different_meaning` compare sources.
"""
