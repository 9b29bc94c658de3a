"""Takes files in: from paths to what the record holds, or to codes that say why not."""

import tempfile
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from graph.scribe import Scribe
from ingest.code import PASSED_OVER, Code
from ingest.files import Found, size_of, walk
from ingest.handed import Progress, Reader, Record, Step
from ingest.mapping import TableMapping
from ingest.nursery import Nursery
from ingest.one_file import FileIntake
from ingest.report import Finding, Outcome, Report
from ingest.source import SIDECAR, known_of, missing
from ingest.table_reading import Link


def ingest(
    paths: Iterable[Path],
    *,
    intake: Record,
    reader: Reader,
    scribe: Scribe,
    source: Mapping[str, str] | None = None,
    mapping: TableMapping | None = None,
    link: Link | None = None,
    hidden: Container[str] = frozenset(),
    retry: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Take in every file below the paths; each ends done, refused, or in need of something.

    `source` holds what is known of all of them, `mapping` what their columns mean: see
    `ingest.source.known_of` and `ingest.shipped.mapping_for` for what outranks what. A file that
    is already in changes nothing; a run that was killed goes on where it was. With `retry`, what
    was refused before is tried again. Documents that are `hidden` from who takes files in are read
    as if they were new: what the record holds of them is not told.
    """
    given = [Path(path) for path in paths]
    met = [_as_named(file, given, source or {}) for file in walk(given)]
    found = [file for file in met if file.code not in PASSED_OVER]
    sizes = [size_of(file) for file in found]
    outcomes: list[Outcome] = []

    def tell(share: float, claims: int) -> None:
        """The file under way is the one after those that have ended."""
        at = len(outcomes)
        if progress is not None:
            step = Step(
                file=str(found[at].path),
                files=(at + (share >= 1), len(found)),
                bytes_done=sum(sizes[:at]) + int(share * sizes[at]),
                bytes_total=sum(sizes),
                claims=sum(outcome.counts.claims for outcome in outcomes) + claims,
            )
            progress(step)

    with Nursery() as nursery, tempfile.TemporaryDirectory(prefix="whereabouts-") as workspace:
        one = FileIntake(
            record=intake,
            reader=reader,
            scribe=scribe,
            nursery=nursery,
            workspace=Path(workspace),
            known=dict(source or {}),
            mapping=mapping,
            link=link,
            hidden=hidden,
            retry=retry,
            tell=tell,
        )
        for file in found:
            outcome = one.take_in(file)
            tell(1, outcome.counts.claims)
            outcomes.append(outcome)
    return Report(
        outcomes=tuple(outcomes),
        passed_over=tuple(
            Finding(code=file.code, file=str(file.path), field=f"{file.path.name}{SIDECAR}")
            for file in met
            if file.code in PASSED_OVER
        ),
    )


def _as_named(file: Found, given: Iterable[Path], source: Mapping[str, str]) -> Found:
    """A `README` that was itself given, with all that has to be known of it, is evidence."""
    if file.code is not Code.READ_ME or file.path not in given:
        return file
    return file if missing(known_of(file.path, source)) else replace(file, code=None)
