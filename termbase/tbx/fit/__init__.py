"""Termbases fitted into a dialect that cannot hold all of them."""
