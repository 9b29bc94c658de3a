"""Where it comes from: files, tables and forms, read without losing a value."""
