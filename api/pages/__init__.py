"""The pages: each asks the questions that the API asks, and is rendered by `visual`."""

from fastapi import APIRouter

from api.pages.acts import router as acts
from api.pages.by_hand import router as by_hand
from api.pages.entities import router as entities
from api.pages.evidence import router as evidence
from api.pages.lists import router as lists
from api.pages.questions import router as questions

pages = APIRouter(include_in_schema=False)
for router in (entities, questions, lists, evidence, by_hand, acts):
    pages.include_router(router)
