"""Compiles termbases for lookup, each to an SQLite file in the user's cache that can be deleted at any time.

`forms` defines the keys under which a term is found. `build` writes an index, `store` reads it, and `cache` finds
the index of a termbase file. `folding` folds a Chinese query by tables of the index, without the libraries that
made them. `whole`, `contained`, `partial` and `typos` each answer one kind of query. An index has no executable
code, so a file of unknown origin cannot run any.
"""
