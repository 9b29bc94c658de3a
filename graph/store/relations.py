"""What relations carry, as neomodel classes: one class a relation type that carries anything."""

from neomodel import ArrayProperty, IntegerProperty, StringProperty, StructuredRel


class Related(StructuredRel):
    """Every relation has a uid of its own."""

    __abstract_node__ = True

    uid = StringProperty(required=True)


class Next(Related):
    """From one stay of a person to the next: *attested* by a transfer, or *inferred*.

    `order` is certain if the first comes first in every world, `adjacent` if nothing can lie
    between.
    """

    kind = StringProperty(required=True)
    order = StringProperty(required=True)
    adjacent = StringProperty(required=True)
    person = StringProperty(required=True)  # uid of whose stays they are


class Route(Related):
    """Attested transfers between two facilities: all of them, and those nobody disputes."""

    certain = IntegerProperty(required=True)
    possible = IntegerProperty(required=True)


class DocumentedIn(Related):
    """What of this document a happening rests on: outward ids of its claims."""

    claims = ArrayProperty(StringProperty(), required=True)


class By(Related):
    """In which role somebody or something took part: court, judge, by, unit, of."""

    role = StringProperty(required=True)
