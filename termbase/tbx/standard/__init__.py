"""What ISO 30042 and the public dialects say, as data: names, structure, data categories."""
