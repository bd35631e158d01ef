"""`python -m bot preview`: the sheet of every dialog and message, as one file."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.commands.refusals import told_plainly
from bot.commands.starting import read_settings
from bot.preview.sheet import Sheet
from bot.wiring import ROOT, office_folder
from cases.office import load_office


def run(out: Path | None) -> None:
    """Write the sheet to `out`, or to standard output."""
    with told_plainly():
        settings = read_settings()
        office = load_office(office_folder(settings))
        html = Sheet(ROOT, office).html()
        if out is None:
            sys.stdout.buffer.write(html.encode())
        else:
            out.write_text(html, encoding="utf-8", newline="\n")
