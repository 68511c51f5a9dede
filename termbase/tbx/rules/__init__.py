"""The rules that `termbase tbx validate` applies, by what they look at. Start from `registry`."""
