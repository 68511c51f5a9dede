"""English spans beside Chinese: which are proposed, and the clues for and against them.

Start from `english_candidates`.
"""
