"""Tables (CSV, TSV, XLSX) in and out. Start from `rows`; `glossary` makes a termbase of a table."""
