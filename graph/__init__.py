"""What is known: the domain, the record, the fold, the store and the questions."""
