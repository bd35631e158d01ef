"""Pages from templates: everything escaped, and a name a template does not know is an error."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web.shared.assets import Assets


def templates(folder: Path, assets: Assets) -> Environment:
    """The templates of one application. In them `asset(request, "chat.css")` is a static file's address."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["asset"] = assets.url
    return environment
