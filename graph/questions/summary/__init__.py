"""Summaries of a person, a facility, a relation: sentences as keys and fields, never as words."""

from graph.questions.summary.of_facility import summary_of_facility
from graph.questions.summary.of_person import summary_of_person
from graph.questions.summary.of_relation import summary_of_relation

__all__ = ["summary_of_facility", "summary_of_person", "summary_of_relation"]
