"""The layouts of a gloss, one module each: where its sites are, and which spans are candidates there.

`english_sites` has Chinese in a bracket behind English, `chinese_sites` English in a bracket behind Chinese,
`bare_sites` Chinese without a bracket, `head_sites` headings in both languages, and `stated_sites` pairs that a
sentence states.
"""
