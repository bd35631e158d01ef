"""Static files under names that hold their hash: a browser keeps them for ever and never uses an old one."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_NAMED = re.compile(r'url\("([^":]+)"\)')
_KEPT = {"cache-control": "public, max-age=31536000, immutable"}
_TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css"}
SHARED = Path(__file__).parent / "static"
"""Both applications' files: htmx and the Tibetan font."""


class AssetMissing(LookupError):
    """A template or a style sheet names a static file that is not there; the program refuses to start."""


@dataclass(frozen=True)
class _Asset:
    name: str
    content: bytes
    media_type: str


class Assets:
    """The files below some folders, read once. A later folder's file hides an earlier one's."""

    def __init__(self, folders: Iterable[Path]) -> None:
        found = {
            path.relative_to(folder).as_posix(): path
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix not in (".md", ".txt")
        }
        self._by_path: dict[str, _Asset] = {}
        # Style sheets last: they name other files, by their paths here.
        for name in sorted(found, key=lambda n: n.endswith(".css")):
            content = found[name].read_bytes()
            if name.endswith(".css"):
                content = _NAMED.sub(lambda m: f'url("{self.name(m[1])}")', content.decode()).encode()
            self._by_path[name] = _asset(name, content)
        self._by_name = {a.name: a for a in self._by_path.values()}

    def name(self, path: str) -> str:
        """The file name to ask for, such as `chat.1a2b3c4d5e.css`. Raises AssetMissing."""
        try:
            return self._by_path[path].name
        except KeyError:
            raise AssetMissing(path) from None

    def url(self, request: Request, path: str) -> str:
        """Where the browser finds the file, wherever the application is mounted. Raises AssetMissing."""
        return f"{request.scope.get('root_path', '').rstrip('/')}/static/{self.name(path)}"

    def route(self) -> Route:
        """The route that hands the files out, at `/static/`."""
        return Route("/static/{name}", self._give, methods=["GET"], name="static")

    async def _give(self, request: Request) -> Response:
        asset = self._by_name.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404)
        return Response(asset.content, media_type=asset.media_type, headers=_KEPT)


def _asset(path: str, content: bytes) -> _Asset:
    file = Path(path)
    digest = hashlib.sha256(content).hexdigest()[:10]
    media_type = _TYPES.get(file.suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return _Asset(f"{file.stem}.{digest}{file.suffix}", content, media_type)
