"""What people send in, and what is answered: judgements, decisions, jobs."""

from typing import Literal

from pydantic import Field

from api.by_hand import Said
from api.jobs import Job
from api.models.base import Model
from graph.claim import Kind, Polarity


class Why(Model):
    """The reason of an act, in words; it is kept with it."""

    why: str = Field(min_length=1, max_length=4000)


class JudgementIn(Why):
    """Whether two subjects or entities are one."""

    a: str
    b: str
    verdict: Literal["same", "different", "unsure", "insufficient"]


class RoleIn(Model):
    """Who or what fills a role, by its words as they stand in the quote."""

    role: str
    kind: Kind
    words: str = Field(min_length=1, max_length=400)


class ClaimIn(Why):
    """What a passage says that no reading found, or found wrongly; words stand in it verbatim."""

    quote: str = Field(min_length=1, max_length=4000)
    says: str = Field(description="moved, held_at, exchanged, died, sentenced …")
    roles: list[RoleIn] = Field(default_factory=list, max_length=20)
    when: str | None = Field(None, max_length=64, description="EDTF: 2022-05-21, 2022-05 …")
    details: dict[str, str] = Field(default_factory=dict, max_length=20)
    polarity: Polarity = Polarity.ASSERTED

    def said(self) -> Said:
        """As the acts take it."""
        return Said(
            quote=self.quote,
            says=self.says,
            roles=[(r.role, r.kind, r.words) for r in self.roles],
            when=self.when,
            details=list(self.details.items()),
            polarity=self.polarity,
            why=self.why,
        )


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
