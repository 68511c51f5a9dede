"""Words of another region that stand in a Chinese text by right: names, titles, mentions, the writer's own.

`termbase.text.regions.foreign_words` finds the words of other regions; these modules say when a text may have them.
"""
