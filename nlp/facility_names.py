"""Facility names taken apart, remembered by their words: one name stands often in one document."""

from functools import lru_cache

from graph.names.facility_name import FacilityName, parse


@lru_cache(maxsize=1 << 13)
def name_of(words: str, language: str) -> FacilityName:
    """What the words say of a facility, read in the language of the text around them."""
    return parse(words, language=language)
