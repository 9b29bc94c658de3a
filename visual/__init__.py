"""What it looks like: pictures and pages of an answer; runs no query, knows no user."""
