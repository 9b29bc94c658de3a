"""What a parser gives of a document, and how it says that it cannot."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.code import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The characters of a document, the offsets at which its pages start, codes and notes."""

    extractor: str
    content: str
    pages: Sequence[int] = (0,)
    codes: Sequence[Code] = ()
    notes: Sequence[str] = ()


class ParseRefused(Exception):
    """The file is not what it was read as, or goes beyond a limit."""

    def __init__(
        self,
        code: Code,
        *,
        row: int | None = None,
        field: str | None = None,
        value: str | None = None,
        expected: str | None = None,
    ) -> None:
        super().__init__(code)
        self.code, self.row, self.field = code, row, field
        self.value, self.expected = value, expected
