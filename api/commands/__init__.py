"""The commands of the terminal, a file a subject; each imports what it needs when it runs."""
