"""Texts of documents: each parser gives every character it finds, or says that it cannot."""
