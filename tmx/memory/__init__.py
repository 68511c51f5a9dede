"""Translation memories as a store that is searched at once, however many units it holds.

Start from `store.open_store`; `add` puts units in, `search` and `concordance` find them again.
"""
