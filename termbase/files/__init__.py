"""Files whatever they hold: decoded, written whole or not at all, worked on in parallel."""
