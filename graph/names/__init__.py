"""Names of places and facilities in three languages: scripts, word forms, parsing, matching."""
