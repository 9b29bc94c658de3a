"""Answers in words, in three languages; never more certain or more exact than what is known."""

from visual.words.words import Words, language

__all__ = ["Words", "language"]
