"""Words of another region that stand in a Chinese text by right: names, titles, mentions, the writer's own.

What is another region's word is known to `termbase.text.foreign_words`; these modules say when a text may have it.
"""
