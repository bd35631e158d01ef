"""What the house asks of papers: words for one, its PDF, and whether a code or a file is true."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

import segno

from bot.papers.codes import Claim, code_of, read_code
from bot.papers.signing import is_true, signed
from bot.papers.wording import Sheet, Wording, sheet_on
from bot.words.texts import Texts
from dialogs.engine.view import Paper
from dialogs.papers import CARD, RECEIPT
from storage.sealing import Keyring

if TYPE_CHECKING:
    from bot.papers.printing import Printer

PATH: Final = "/verify"
"""Where the residents' web verifies a code, which stands after a `#` and so in no log."""
RETALIATION: Final = "retaliation"
_NAMED = re.compile(r"[^0-9A-Za-z\u3400-\u9fff_-]")


class Papers:
    """The papers of one office. `link`: the public address of the residents' web, "" where there is none.

    Typst and its fonts are loaded with the first paper.
    """

    def __init__(self, texts: Mapping[str, Texts], keyring: Keyring, prefix: str, link: str = "") -> None:
        self._wording, self._keyring = Wording(texts), keyring
        self._prefix, self._link = prefix, link.rstrip("/")

    def sheet(self, paper: Paper, language: str) -> Sheet:
        """The paper's words in both languages, `language` first, as JSON."""
        return self._wording.sheet(paper, language)

    async def drawn(self, sheet: Sheet) -> bytes:
        """The signed PDF of a sheet; drawn in a thread. Of one sheet always the same bytes."""
        return await asyncio.to_thread(self.draw, sheet)

    def draw(self, sheet: Sheet) -> bytes:
        """The same, here and now."""
        pdf = _printer().pdf(sheet_on(sheet), sheet={**sheet, "qr": self._qr(sheet)})
        return signed(pdf, self._keyring)

    def picture(self, sheet: Sheet, dots_per_inch: float) -> bytes:
        """A sheet as PNG, for the README."""
        from bot.papers.printing import Printer

        return Printer("paper.typ").png(dots_per_inch, sheet={**sheet, "qr": self._qr(sheet)})

    def code(self, sheet: Sheet) -> str:
        """The signed code of a sheet."""
        return code_of(Claim(sheet["kind"], sheet["about"], sheet_on(sheet)), self._prefix, self._keyring)

    def read(self, code: str) -> Claim | None:
        """What a code says, where this office signed it."""
        return read_code(code, self._prefix, self._keyring.public)

    def is_true(self, file: bytes) -> bool:
        """Whether a file is one of this office's papers, unaltered."""
        return is_true(file, self._keyring.public)

    def _qr(self, sheet: Sheet) -> str:
        code = self.code(sheet)
        told = f"{self._link}{PATH}#{code}" if self._link else code
        out = io.BytesIO()
        segno.make(told, error="m", boost_error=False).save(out, kind="svg", border=2, dark="#1c2624")
        return out.getvalue().decode("utf-8")


@cache
def _printer() -> Printer:
    """One for the process: it knows no words and no office."""
    from bot.papers.printing import Printer

    return Printer("paper.typ")


def file_name(sheet: Sheet) -> str:
    """What the file is called: number and kind, nothing of what the case is about, nor what a card is about:
    the list of files of a phone is seen by all who hold it."""
    about = "lamton" if sheet["kind"] == CARD else sheet["about"]
    kind = RECEIPT if sheet["kind"] == RETALIATION else sheet["kind"]
    return _NAMED.sub("", f"{about}-{kind}") + ".pdf"
