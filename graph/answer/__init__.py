"""Answers: frozen, fields and codes only; each statement with what it rests on. No sentences."""
