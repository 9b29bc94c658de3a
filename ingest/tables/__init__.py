"""Rows of tables: each reader gives every row, or says which it cannot give, and why."""
