"""Files whose untranslated segments are filled from a memory. Start from `open_job`."""
