"""What people send in, and what is answered: judgements, decisions, jobs."""

from typing import Literal

from pydantic import Field

from api.jobs import Job
from api.models.base import Model


class Why(Model):
    """The reason of an act, in words; it is kept with it."""

    why: str = Field(min_length=1, max_length=4000)


class JudgementIn(Why):
    """Whether two subjects or entities are one."""

    a: str
    b: str
    verdict: Literal["same", "different", "unsure", "insufficient"]


class ActModel(Model):
    """The act as recorded; its id undoes it: POST /api/v1/acts/{id}/withdraw."""

    id: str
    act: str


class TakenInModel(Model):
    """What became of one file; `told` says what is wrong with it and what to do next."""

    file: str
    state: str
    code: str | None
    claims: int
    told: list[str]


class JobModel(Model):
    """How far the reading-in of a file has come."""

    id: str
    state: str
    outcomes: list[TakenInModel]


def from_job(job: Job, *, language: str = "en") -> JobModel:
    """The model of a job, its findings worded in that language."""
    return JobModel(
        id=job.id,
        state=job.state,
        outcomes=[
            TakenInModel(
                file=o.file,
                state=o.state,
                code=o.code,
                claims=o.claims,
                told=list(o.told.get(language, ())),
            )
            for o in job.outcomes
        ],
    )
