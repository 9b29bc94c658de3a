"""The graph store: one code path over Bolt, on the embedded server or on Neo4j."""
