"""How one message stands: as the release says it, as it is said now, and what readers said of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.words.checking import fits
from bot.words.current import CurrentTexts, row_of
from bot.words.messages import LANGUAGES, Message
from bot.words.pattern import pattern_text
from bot.words.review import Row, hashes
from storage.corrections import Correction, InForce, Signed


@dataclass(frozen=True)
class Standing:
    """One message. `live`: the correction in force; `look`: the release's text changed under it;
    `unfit`: it no longer fits, so that the release's text is said.
    """

    released: Mapping[str, Message]
    now: Mapping[str, Message]
    row: Row
    live: Correction | None = None
    look: bool = False
    unfit: bool = False

    @property
    def id(self) -> str:
        """The message's id."""
        return self.released["zh"].id

    @property
    def file(self) -> str:
        """The name of its file, such as `common.ftl`."""
        return self.released["zh"].file.rpartition("/")[2]

    @property
    def texts(self) -> dict[str, str]:
        """What is said now, as it is edited."""
        return {one: pattern_text(m) for one, m in self.now.items()}

    @property
    def sums(self) -> tuple[str, str]:
        """The hashes of the release's texts."""
        return hashes(self.released["zh"], self.released["bo"])


def standing_of(
    message: str, texts: CurrentTexts, in_force: InForce, ledger: Mapping[str, Row], signed: Mapping[str, Row]
) -> Standing:
    """How a message stands. Raises KeyError for one that is not there."""
    released = {one: texts.released[one].messages[message] for one in LANGUAGES}
    now = {one: texts[one].messages[message] for one in LANGUAGES}
    live = next((one for one in in_force.live if one.message == message), None)
    unfit = live is not None and fits(released, written(live)) is None
    fresh = live is not None and not unfit
    row = row_of(ledger.get(message), signed.get(message), now["zh"], now["bo"], fresh=fresh)
    look = live is not None and live.released != hashes(released["zh"], released["bo"])
    return Standing(released, now, row, live, look, unfit)


def written(one: Correction) -> dict[str, str]:
    """A correction's texts by language."""
    return {"zh": one.zh, "bo": one.bo}


def is_released(one: Correction, texts: CurrentTexts) -> bool:
    """Whether the release says the same by now, or knows no such message any more."""
    if any(one.message not in texts.released[language].ids for language in LANGUAGES):
        return True
    released = {c: pattern_text(texts.released[c].messages[one.message]) for c in LANGUAGES}
    return released == written(one)


def signed_rows(signs: tuple[Signed, ...], ledger: Mapping[str, Row]) -> dict[str, Row]:
    """What readers signed at the desk, as rows of the ledger: its own notes stay beside theirs."""
    return {one.message: _row(one, ledger.get(one.message)) for one in signs}


def _row(one: Signed, known: Row | None) -> Row:
    row = known or Row(one.message, one.zh_sha, one.bo_sha)
    note = row.note
    if one.note not in note:
        note = "; ".join(n for n in (note, one.note) if n)
    return replace(
        row,
        zh_sha=one.zh_sha,
        bo_sha=one.bo_sha,
        status=one.status,
        reviewer=one.reviewer,
        date=one.on,
        note=note,
    )
