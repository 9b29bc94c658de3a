"""The schema as data: types, properties and vocabularies, each a YAML file in plain words."""

from graph.schema.model import LANGUAGES, Property, Schema, Type, Value, Vocabulary, schema

__all__ = ["LANGUAGES", "Property", "Schema", "Type", "Value", "Vocabulary", "schema"]
