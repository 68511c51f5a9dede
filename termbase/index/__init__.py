"""A termbase compiled for looking terms up: one SQLite file a termbase content, disposable, in the user's cache.

`forms` says under which keys a term is found; `folding` folds a Chinese query by tables, without the libraries that
made them; `build` writes the file, `store` reads it, `cache` decides which file is whose. `whole`, `partial` and
`typos` each answer one kind of query from it. The format holds no code, so that a stranger's file can run none.
"""
