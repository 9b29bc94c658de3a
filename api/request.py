"""What a route takes from its request: the door, and the newest state of knowledge."""

from typing import Annotated

from fastapi import Depends, Request

from api.asking import Asking, Door


def door_of(request: Request) -> Door:
    """The door of this application."""
    door: Door = request.app.state.door
    return door


def asking_of(request: Request) -> Asking:
    """The newest state of knowledge, for this request."""
    return door_of(request).asking()


ADoor = Annotated[Door, Depends(door_of)]
Ask = Annotated[Asking, Depends(asking_of)]
