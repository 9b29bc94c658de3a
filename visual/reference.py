"""The reference of the API: every address with its parameters and answers, as one plain page."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from visual.pages import environment, style


def reference_page(description: Mapping[str, Any], *, problems: Sequence[object]) -> str:
    """The page, from an OpenAPI description."""
    template = environment().get_template("reference.html")
    return template.render(
        title=description["info"]["title"],
        paths=description["paths"],
        schemas=description.get("components", {}).get("schemas", {}),
        problems=problems,
        style=style(),
        type_of=type_of,
    )


def type_of(schema: Mapping[str, Any]) -> Markup:
    """A JSON schema in a few words; models lead to where they are described."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[-1]
        return Markup('<a href="#{}">{}</a>').format(name, name)
    if "anyOf" in schema:
        return Markup(" or ").join(type_of(one) for one in schema["anyOf"])
    if "enum" in schema:
        return Markup("{}").format(", ".join(map(str, schema["enum"])))
    if "items" in schema:
        return Markup("list of {}").format(type_of(schema["items"]))
    kind = Markup("{}").format(schema.get("format", schema.get("type", "any value")))
    default = schema.get("default")
    return kind if default is None else Markup("{}, default {}").format(kind, default)
