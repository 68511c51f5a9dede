"""Bilingual files that are not TMX (XLIFF, PO, TS, tables) read as translation units and written from them."""
