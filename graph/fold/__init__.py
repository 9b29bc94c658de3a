"""The fold: from the record to what one reader may see. Clearance first, then judgements."""

from graph.fold.folding import Folding, fold

__all__ = ["Folding", "fold"]
