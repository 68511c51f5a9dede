"""Chinese spans before English in a bracket: which are proposed, and the clues for and against them.

Start from `chinese_spans`.
"""
