"""What the HTTP API gives: typed models, built from answers by `from_…` functions."""
