"""Acts of whoever uses this server: each is one value, appended and answered with its id."""

from datetime import UTC, datetime

from api.asking import Asking, Door
from api.by_hand import Said, added, corrected
from api.meant import parted
from graph.acts import Hand
from graph.claim import Claim
from graph.decision import Act
from graph.errors import NotFound
from graph.evidence import Batch
from graph.judgement import Verdict
from graph.questions.acts import standing, undone


class Acting:
    """Signs with the author of the settings, at the time of the request."""

    def __init__(self, door: Door, asking: Asking) -> None:
        self._workspace = door.workspace
        self._asking = asking
        self._hand = Hand(
            scribe=door.workspace.scribe,
            author=door.workspace.settings.author,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def judge(self, a: str, b: str, verdict: Verdict, *, why: str) -> str:
        """A verdict on two subjects or entities; the outward id of the judgement.

        Raises:
            NotFound, InvalidValue, ContestedJoin: nothing was written.
        """
        one, other = self._subject(a), self._subject(b)
        visible = self._asking.knowledge.evidence
        batch = self._hand.judge(visible, one, other, verdict, why=why)
        self._workspace.append(batch)
        return self._asking.outward(batch.judgements[0].id)

    def decide(self, act: Act, uid: str, *, why: str) -> str:
        """A decision on what this reader sees; the outward id of the decision.

        Raises:
            NotFound, InvalidValue: nothing was written.
        """
        evidence = self._workspace.current.evidence()
        return self._decide(act, self._asking.outward.decided_on(uid, evidence), why=why)

    def add(self, document: str, said: Said) -> str:
        """A claim on a document; the outward id of the act that undoes it.

        Raises:
            NotFound, InvalidValue, InvalidPeriod: nothing was written.
        """
        inner = self._asking.inner(document)
        return self._done(added(self._workspace, self._hand, inner, said))

    def correct(self, claim: str, said: Said) -> str:
        """Another claim in the stead of one; the outward id of the act that undoes it.

        Raises:
            NotFound, InvalidValue, InvalidPeriod: nothing was written.
        """
        inner = self._asking.inner(claim)
        return self._done(corrected(self._workspace, self._hand, inner, said))

    def part(self, claim: Claim, subject: str, another: str | None, *, why: str) -> str:
        """A subject of a claim is somebody else than it was joined with; the first judgement's id.

        Raises:
            NotFound, InvalidValue, ContestedJoin: nothing was written.
        """
        found = next((s for s in claim.subjects() if self._asking.outward(s) == subject), None)
        if found is None:
            raise NotFound(kind="subject", wanted=subject)
        made = parted(self._hand, self._asking.knowledge, found, another=another, why=why)
        self._workspace.append(Batch(judgements=made))
        return self._asking.outward(made[0].id)

    def withdraw(self, uid: str, *, why: str) -> str:
        """Undo an earlier act of a person, by the id it was answered with; what is undone stays so.

        Raises:
            NotFound: there is no such act.
        """
        evidence = self._workspace.current.evidence()
        acts = (
            *(j.id for j in evidence.judgements if j.by_person),
            *(d.id for d in evidence.decisions),
        )
        found = next((a for a in acts if self._asking.outward(a) == uid), None)
        if found is None:
            raise NotFound(kind="act", wanted=uid)
        already = undone(evidence.decisions).get(found)
        if already is not None:
            return self._asking.outward(already)
        return self._decide(Act.WITHDRAW, found, why=why)

    def _decide(self, act: Act, target: str, *, why: str) -> str:
        evidence = self._workspace.current.evidence()
        already = standing(evidence, act, target, author=self._hand.author, why=why)
        if already is not None:
            return self._asking.outward(already)
        return self._done(self._hand.decide(evidence, act, target, why=why))

    def _done(self, batch: Batch) -> str:
        self._workspace.append(batch)
        return self._asking.outward(batch.decisions[0].id)

    def _subject(self, uid: str) -> str:
        inner = self._asking.outward.subject(uid)
        if inner is None:
            raise NotFound(kind="subject", wanted=uid)
        return inner
