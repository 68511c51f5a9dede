"""Words that are spelt like a term of the termbase and are no use of it: mentions, names, ordinary words."""
