"""The laws cited: every official name written once, in `laws.csv` beside this file.

An article names its law by the short name (`信访工作条例#34`); a book of the civil code (`民法典-总则#188`)
belongs to the law before the hyphen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from cases.errors import TableInvalid
from cases.matters import Article
from cases.tables import read_table

LAWS_FILE = Path(__file__).with_name("laws.csv")


@dataclass(frozen=True)
class Law:
    """One law or regulation. `dated_on` is the day of its adoption, issue or last revision."""

    id: str
    short: str
    official: str
    dated_on: date
    issuer: str


def read_laws(rows: Iterable[Mapping[str, str]]) -> dict[str, Law]:
    """The laws by short name. Raises TableInvalid."""
    laws: dict[str, Law] = {}
    for row in rows:
        try:
            dated_on = date.fromisoformat(row["dated_on"])
            law = Law(row["id"], row["short"], row["official"], dated_on, row["issuer"])
        except (KeyError, TypeError, ValueError) as error:
            raise TableInvalid(f"law {row.get('id')!r}: {error}") from error
        if not (law.id and law.short and law.official and law.issuer):
            raise TableInvalid(f"law {law.id!r} lacks an id, a name or an issuer")
        told = {(one.id, one.official) for one in laws.values()}
        if law.short in laws or any(law.id == i or law.official == name for i, name in told):
            raise TableInvalid(f"law {law.id!r} is written twice")
        laws[law.short] = law
    return laws


def _load() -> dict[str, Law]:
    return read_laws(read_table(LAWS_FILE, [field.name for field in fields(Law)]))


LAWS: dict[str, Law] = _load()


def law_of(article: Article) -> Law:
    """The law an article belongs to. Raises TableInvalid where `laws.csv` does not know it."""
    try:
        return LAWS[article.law.partition("-")[0]]
    except KeyError:
        raise TableInvalid(f"no such law in laws.csv: {article}") from None
