"""What a text says: mentions, frames, claims. The one package that loads spaCy and natasha."""
