"""What guards every request and every response, whatever the route: hosts, origins, headers."""

import json
from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # with none at all, browsers hide the origin of our own forms
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), clipboard-read=()",
    "X-Robots-Tag": "noindex, noarchive",
}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE = frozenset({"same-origin", "none"})


class Protected:
    """ASGI around the application: refuses strangers, and puts the headers on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        head = scope["method"] == "HEAD"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_ours(message.get("headers", ()))
            elif head:
                message = {**message, "body": b""}
            await send(message)

        refusal = refused(scope)
        if refusal is None:  # what is read by GET is asked after by HEAD: the same without a body
            await self._app({**scope, "method": "GET"} if head else scope, receive, guarded)
        else:
            await _refuse(guarded, *refusal)


def refused(scope: Scope) -> tuple[HTTPStatus, str, str] | None:
    """Why this request is refused before anything looks at it; None if it is not."""
    given = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    host = given.get("host", "")
    if _name(f"//{host}") not in LOOPBACK:
        return HTTPStatus.BAD_REQUEST, "Unknown host", "Use http://127.0.0.1 and the port shown."
    if scope["method"] in READING:
        return None
    origin = given.get("origin")
    other_origin = origin is not None and origin != f"{scope['scheme']}://{host}"
    if other_origin or given.get("sec-fetch-site", "same-origin") not in OWN_SITE:
        return HTTPStatus.FORBIDDEN, "Not from here", "Write only from the pages of this server."
    return None


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    ours = {name.lower().encode(): value.encode() for name, value in HEADERS.items()}
    kept = [(n, v) for n, v in headers if n.lower() not in ours and n.lower() != b"server"]
    return [*kept, *ours.items()]


async def _refuse(send: Send, status: HTTPStatus, title: str, do: str) -> None:
    problem = {"type": "about:blank", "title": title, "status": status.value, "detail": do}
    body = json.dumps(problem).encode()
    length = str(len(body)).encode()
    kind = b"application/problem+json"
    headers = [(b"content-type", kind), (b"content-length", length)]
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": body})
