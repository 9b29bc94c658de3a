"""Errors as a person reads them."""

import errno

from api.settings import LANGUAGES
from graph.errors import WhereaboutsError

_SYSTEM = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "space",
    errno.EDQUOT: "space",
    errno.ENOENT: "missing",
    errno.EEXIST: "in_the_way",
    errno.ENOTDIR: "in_the_way",
    errno.EISDIR: "in_the_way",
}


def told(error: WhereaboutsError | OSError, language: str) -> str:
    """What went wrong and what to do next; in English for a language that there is not."""
    from ingest.report import Refused
    from visual.words.problems import problem
    from visual.words.words import language as words_of

    words = words_of(language if language in LANGUAGES else "en")
    if isinstance(error, Refused):
        from api.intake_report import worded

        return worded(error.finding, words)
    if isinstance(error, OSError):
        kind = _SYSTEM.get(error.errno or 0, "other")
        file, reason = error.filename or "–", error.strerror or type(error).__name__
        said = words.t(f"problem.system.{kind}", file=file, reason=reason)
        return f"{said}\n{words.t('problem.system.next')}"
    title, advice = problem(error, words.language)
    return f"{title}\n{advice}"
