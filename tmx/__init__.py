"""Translation memories: reads, writes, checks and changes TMX 1.4b, and reads and writes other bilingual files."""
