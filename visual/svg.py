"""SVG as text: escaped, without style attributes, scripts or outside references.

Colours stand as presentation attributes for print and PDF, and as classes that the page's
stylesheet overrides; under the policy of the pages a `style` attribute would be refused.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

Number = int | float
INK, MUTED, PAPER, LINE = "#1d2430", "#5b6472", "#ffffff", "#c9ced6"
ATTESTED, DISPUTED = "#1f4e79", "#a3430c"


def element(name: str, *children: Markup, **attributes: str | Number | None) -> Markup:
    """One element; `class_` is `class`, other underscores are hyphens; None leaves one out."""
    given = "".join(
        f' {_name(key)}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = Markup("").join(children)
    return Markup(f"<{name}{given}>{inside}</{name}>") if inside else Markup(f"<{name}{given}/>")  # noqa: S704


def words(
    said: str,
    x: Number,
    y: Number,
    *,
    size: Number = 13,
    anchor: str = "start",
    class_: str = "ink",
    bold: bool = False,
    lang: str | None = None,
    haloed: bool = False,
) -> Markup:
    """A line of text at a place; haloed, lines that pass behind it stop short of the letters."""
    return element(
        "text",
        escape(said),
        x=x,
        y=y,
        font_size=size,
        text_anchor=None if anchor == "start" else anchor,
        class_=f"{class_} haloed" if haloed else class_,
        stroke=PAPER if haloed else None,
        stroke_width=4 if haloed else None,
        paint_order="stroke" if haloed else None,
        stroke_linejoin="round" if haloed else None,
        fill=MUTED if class_ == "muted" else INK,
        font_weight="600" if bold else None,
        lang=lang,
    )


def title(said: str) -> Markup:
    """What is read out and shown on hover."""
    return element("title", escape(said))


def link(href: str, label: str, *children: Markup) -> Markup:
    """A link inside a picture, with the name under which it is read out."""
    return element("a", *children, href=href, aria_label=label)


def picture(
    children: Iterable[Markup], *, width: Number, height: Number, label: str, class_: str
) -> Markup:
    """A whole picture; a group, since it may hold links."""
    return element(
        "svg",
        _PATTERNS,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        role="group",
        aria_label=label,
        class_=class_,
        font_family="system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif",
    )


def width_of(said: str, size: Number = 13) -> float:
    """About how wide a line of text is."""
    return (
        sum(0.95 if c in "MWШЩЮЖмшщю—" else 0.36 if c in "il.,'ії|:; " else 0.6 for c in said)
        * size
    )


def fitting(said: str, width: Number, size: Number = 13) -> str:
    """The text, cut with an ellipsis where it would run over."""
    if width_of(said, size) <= width:
        return said
    cut = said
    while cut and width_of(cut + "…", size) > width:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | Number) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _hatch(name: str, colour: str, class_: str) -> Markup:
    stripe = element("line", x1=0, y1=0, x2=0, y2=6, stroke=colour, stroke_width=2.4, class_=class_)
    return element(
        "pattern",
        stripe,
        id=name,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


_PATTERNS = element(
    "defs",
    _hatch("hatch", ATTESTED, "hatch-line"),
    _hatch("gap", LINE, "gap-line"),
)
