"""Gathers the findings of one file; beyond a limit they are counted instead of kept."""

from collections import Counter
from dataclasses import dataclass, field

from ingest import limits
from ingest.code import Code
from ingest.report import Finding

_SHOWN = 200
_EXPECTED = 600  # ours, and it may be a whole list of codes


@dataclass(slots=True)
class Findings:
    """What was found about one file, in order."""

    file: str
    kept: list[Finding] = field(default_factory=list)
    more: Counter[Code] = field(default_factory=Counter)

    def add(
        self,
        code: Code,
        *,
        row: int | None = None,
        field: str | None = None,
        value: str | None = None,
        expected: str | None = None,
    ) -> None:
        """Tell one thing; long values are shown by their beginning."""
        if len(self.kept) >= limits.FINDINGS_A_FILE:
            self.more[code] += 1
            return
        self.kept.append(
            Finding(
                code=code,
                file=self.file,
                row=row,
                field=field or None,
                value=value[:_SHOWN] if value else None,
                expected=expected[:_EXPECTED] if expected else None,
            )
        )
