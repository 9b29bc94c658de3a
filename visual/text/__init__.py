"""Answers as text for a terminal: each statement with its numbered sources, in three languages."""

from visual.text.render import render

__all__ = ["render"]
