"""The record: the one place that writes down what is known, in SQL."""

from graph.record.breaks import Breach, Break
from graph.record.home import installation_secret
from graph.record.originals import Original
from graph.record.record import HomeKind, Record, open_record

__all__ = [
    "Breach",
    "Break",
    "HomeKind",
    "Original",
    "Record",
    "installation_secret",
    "open_record",
]
