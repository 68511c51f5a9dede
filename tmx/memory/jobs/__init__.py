"""Files whose untranslated segments are filled from a memory. Start from `open.open_job`."""
