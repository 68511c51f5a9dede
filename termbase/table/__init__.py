"""Reads and writes tables (CSV, TSV, XLSX). Start from `rows`; `glossary` reads a termbase from a table."""
