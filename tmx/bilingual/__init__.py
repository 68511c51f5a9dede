"""Bilingual files that are not TMX (XLIFF, PO, TS, tables) read as units of a memory, and written from them."""
