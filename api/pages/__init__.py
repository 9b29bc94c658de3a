"""The pages: each asks the questions that the API asks, and is rendered by `visual`."""

from fastapi import APIRouter

from api.pages import acts, entities, evidence, lists, questions

pages = APIRouter(include_in_schema=False)
for module in (entities, questions, lists, evidence, acts):
    pages.include_router(module.router)
