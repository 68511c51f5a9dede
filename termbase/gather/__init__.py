"""The main job: documents in; concepts, candidates and a page to read out. Start from `job.gather`."""
