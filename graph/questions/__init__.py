"""Questions: pure functions from what one reader may see to frozen answers."""
