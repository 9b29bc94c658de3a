"""What people decide: claims accepted or rejected, subjects judged, documents retracted, undone."""

from http import HTTPStatus

from fastapi import APIRouter, Depends, Request, Response

from api.acting import Acting
from api.answered import answered, form
from api.models.acts import ActModel, ClaimIn, JudgementIn, Why
from api.models.acts_made import ActsModel, from_acts
from api.request import ADoor, Ask
from graph.decision import Act
from graph.judgement import Verdict
from graph.questions.acts import acts

router = APIRouter(tags=["acts"])


@router.get("/acts", response_model=ActsModel, dependencies=[Depends(form)])
def all_acts(request: Request, door: ADoor, ask: Ask) -> Response:
    """Judgements and decisions of people on what this reader may see, the newest first."""
    workspace = door.workspace
    found = acts(workspace.current.evidence(), workspace.reader)
    return answered(request, from_acts(found, ask))


@router.post("/claims/{uid}/accept", status_code=HTTPStatus.CREATED)
def accept(door: ADoor, ask: Ask, uid: str, body: Why) -> ActModel:
    """A person has read the passage and the claim says what it says."""
    return ActModel(id=Acting(door, ask).decide(Act.ACCEPT, uid, why=body.why), act=Act.ACCEPT)


@router.post("/claims/{uid}/reject", status_code=HTTPStatus.CREATED)
def reject(door: ADoor, ask: Ask, uid: str, body: Why) -> ActModel:
    """The passage does not say this; the claim counts no longer."""
    return ActModel(id=Acting(door, ask).decide(Act.REJECT, uid, why=body.why), act=Act.REJECT)


@router.post("/documents/{uid}/claims", status_code=HTTPStatus.CREATED)
def add(door: ADoor, ask: Ask, uid: str, body: ClaimIn) -> ActModel:
    """What a document says and no reading found; undoing the act takes the claim back."""
    return ActModel(id=Acting(door, ask).add(uid, body.said()), act=Act.ACCEPT)


@router.post("/claims/{uid}/correct", status_code=HTTPStatus.CREATED)
def correct(door: ADoor, ask: Ask, uid: str, body: ClaimIn) -> ActModel:
    """A claim rejected and another put in its stead, from the same document, in one act."""
    return ActModel(id=Acting(door, ask).correct(uid, body.said()), act=Act.CORRECT)


@router.post("/documents/{uid}/retract", status_code=HTTPStatus.CREATED)
def retract(door: ADoor, ask: Ask, uid: str, body: Why) -> ActModel:
    """The document counts no longer, and nor do its claims; it is not erased."""
    return ActModel(id=Acting(door, ask).decide(Act.RETRACT, uid, why=body.why), act=Act.RETRACT)


@router.post("/judgements", status_code=HTTPStatus.CREATED)
def judge(door: ADoor, ask: Ask, body: JudgementIn) -> ActModel:
    """Whether two subjects or entities are one."""
    verdict = Verdict(body.verdict)
    made = Acting(door, ask).judge(body.a, body.b, verdict, why=body.why)
    return ActModel(id=made, act=f"judge_{verdict}")


@router.post("/acts/{uid}/withdraw", status_code=HTTPStatus.CREATED)
def withdraw(door: ADoor, ask: Ask, uid: str, body: Why) -> ActModel:
    """Undo an earlier act, as if it had never been made; both stay in the record."""
    return ActModel(id=Acting(door, ask).withdraw(uid, why=body.why), act=Act.WITHDRAW)
