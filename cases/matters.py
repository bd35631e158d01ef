"""The matters: what a resident may bring. Where each leads to is the catalogue of paths (`cases.paths`).

Data are in `matters.csv` beside this file, one matter a line; ids are permanent. Texts of the catalogue
are official Chinese; what a resident reads in either language is in `locales/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cases.errors import TableInvalid, UnknownMatter
from cases.tables import read_table

MATTERS_FILE = Path(__file__).with_name("matters.csv")
COLUMNS = ("id", "group", "kind", "zh", "sealed", "money", "several", "anonymous")
_DIGITS = "零一二三四五六七八九"


class Kind(StrEnum):
    """What follows from a matter (design 4.1)."""

    CLAIM = "claim"  # 申诉求决, 《信访工作条例》第三十一条
    SUGGESTION = "suggestion"  # 意见建议, 第二十九条
    REPORT = "report"  # 检举控告, 第三十条
    DISCLOSURE = "disclosure"  # 政府信息公开, its own regulation
    HELP = "help"  # legal aid, its own law
    REVIEW = "review"  # 复查、复核, 第三十五、三十六条


def chinese_number(number: int) -> str:
    """A number from 1 to 9999 as laws write it: 34 → 三十四, 105 → 一百零五."""
    if not 1 <= number <= 9999:
        raise ValueError(f"no article has the number {number}")
    written, gap = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // value % 10
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + unit
        gap = not digit
    return written.removeprefix("一") if 10 <= number <= 19 else written


@dataclass(frozen=True, order=True)
class Article:
    """One article of a law: the law's short name and the article's number."""

    law: str
    number: int

    @classmethod
    def parse(cls, text: str) -> Article:
        """Read `信访工作条例#34`. Raises TableInvalid."""
        law, _, number = text.strip().partition("#")
        if not law or not number.isascii() or not number.isdigit() or int(number) < 1:
            raise TableInvalid(f"not an article: {text!r}")
        return cls(law, int(number))

    def cite(self) -> str:
        """《信访工作条例》第三十四条. A book of the civil code is cited as 《民法典》."""
        return f"《{self.law.partition('-')[0]}》第{chinese_number(self.number)}条"

    def __str__(self) -> str:
        return f"{self.law}#{self.number}"


@dataclass(frozen=True)
class Matter:
    """One kind of matter. Its paths, with their articles, limits and telephones, are in `cases.paths`."""

    id: str
    group: str
    kind: Kind
    zh: str  # its official name
    sealed: bool  # only the discipline desk reads it; 《信访工作条例》第三十条第三款
    money: bool  # a sum is typically in question, so it is asked
    several: bool  # several people are typically affected, so how many is asked
    anonymous: bool  # may be brought without a name


def _yes(row: Mapping[str, str], column: str) -> bool:
    if row[column] not in ("", "yes"):
        raise TableInvalid(f"{row['id']}: {column} is 'yes' or empty, not {row[column]!r}")
    return row[column] == "yes"


def _matter(row: Mapping[str, str]) -> Matter:
    try:
        return Matter(
            id=row["id"],
            group=row["group"],
            kind=Kind(row["kind"]),
            zh=row["zh"],
            sealed=_yes(row, "sealed"),
            money=_yes(row, "money"),
            several=_yes(row, "several"),
            anonymous=_yes(row, "anonymous"),
        )
    except (KeyError, ValueError) as error:
        raise TableInvalid(f"matter {row.get('id')!r}: {error}") from error


def _check(matter: Matter) -> None:
    if not (matter.id and matter.group and matter.zh):
        raise TableInvalid(f"matter {matter.id!r} lacks an id, a name or a group")
    if matter.anonymous and matter.kind not in (Kind.SUGGESTION, Kind.REPORT):
        raise TableInvalid(f"matter {matter.id!r}: only suggestions and reports may be anonymous")


def read_matters(rows: Iterable[Mapping[str, str]]) -> dict[str, Matter]:
    """The catalogue by id, in the order of the rows. Raises TableInvalid."""
    matters: dict[str, Matter] = {}
    for row in rows:
        matter = _matter(row)
        _check(matter)
        if matter.id in matters:
            raise TableInvalid(f"two matters are called {matter.id!r}")
        matters[matter.id] = matter
    return matters


def _load() -> dict[str, Matter]:
    return read_matters(read_table(MATTERS_FILE, COLUMNS))


MATTERS: dict[str, Matter] = _load()
GROUPS: tuple[str, ...] = tuple(dict.fromkeys(matter.group for matter in MATTERS.values()))


def matters_in(group: str) -> tuple[Matter, ...]:
    """The matters of one group, in the catalogue's order."""
    return tuple(matter for matter in MATTERS.values() if matter.group == group)


def find_matter(matter_id: str) -> Matter:
    """The matter of this id. Raises UnknownMatter."""
    try:
        return MATTERS[matter_id]
    except KeyError:
        raise UnknownMatter(matter_id) from None
