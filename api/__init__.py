"""The doors: HTTP, web pages and the terminal."""
