"""The README's pictures of papers and posters: `python -m bot.papers.pictures FOLDER`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Final

from bot.papers.drawing import Papers
from bot.papers.posters import POSTERS, Wall
from bot.wiring import ROOT
from bot.words.texts import load_texts
from cases.lifecycle import Status
from cases.office import load_office
from cases.paths import PATHS
from dialogs.notice_values import notice_values
from dialogs.outcomes import ClockShown
from dialogs.papers import Done, card_paper, notice_paper
from dialogs.path_card import Place, Told
from storage.sealing import Keyring, MasterKey

DAY: Final = date(2026, 11, 23)
NUMBER: Final = "嘉信20261123-00482913"
LINK: Final = "https://xinfang.example"
PAPER_DOTS, POSTER_DOTS = 62.0, 54.0
"""Dots an inch: small enough for a page of text, large enough to see how it looks."""


def main(folder: Path) -> None:
    """Draw a card and a notice in each language first, and both posters, into `folder`."""
    office = load_office(ROOT / "office" / "jiali")
    texts = load_texts(ROOT / "locales", office)
    ledger = ROOT / "locales" / "bo" / "review.csv"
    papers = Papers(texts, ledger, Keyring(MasterKey(bytes(32))), office.case_prefix, LINK)
    way = PATHS["wages"]
    answers = {"wages_from": "site", "still_working": "no", "debt_proof": "no"}
    told = Told(way, answers, way.open_paths(answers), 0, None, None)
    card = card_paper(told, Place(office.calendar, lambda: DAY), sealed=False)
    clocks = (
        ClockShown("answer_simple", "promise", date(2026, 12, 3), False),
        ClockShown("answer", "law", date(2027, 1, 22), True),
    )
    values = notice_values("accepted", NUMBER, "renshe", DAY, {})
    notice = notice_paper(Done("accepted", NUMBER, DAY, values, clocks, Status.ACCEPTED, 6))
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in (("card", card), ("notice", notice)):
        for language in texts:
            picture = papers.picture(papers.sheet(paper, language), PAPER_DOTS)
            (folder / f"paper-{name}-{language}.png").write_bytes(picture)
    wall = Wall(texts, office, LINK, DAY)
    for poster in POSTERS:
        (folder / f"poster-{poster}.png").write_bytes(wall.png(poster, POSTER_DOTS))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
