"""Consistency checks of documents and translations against termbases.

Start from `registry`, which lists the checks. A check is a function that takes a `Subject` (a document, or one
side of a bilingual file) or a `BitextSubject` (both sides) and yields `Problem`s. `run` turns these into
`Finding`s, which name their check and their place in the file.
"""
