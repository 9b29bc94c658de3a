"""What a text says: mentions, frames and the claims that they give."""
