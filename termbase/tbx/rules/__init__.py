"""The rules that `termbase tbx validate` applies, one module for each subject. Start from `registry`."""
