"""Every figure and its formula as docs/figures.md: `python -m bot.figures.described` writes its tables anew.

The text around them is written by hand. `--check` changes nothing and fails where they are not current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.words.texts import Texts, load_texts
from cases.activities import ACTIVITIES
from cases.figures import ENDED, FIGURES, OWED_MATTERS, TIMED, Figure
from cases.office import load_office

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "figures.md"
BEGIN, END = "<!-- figures: written by bot.figures.described -->", "<!-- /figures -->"


def described(texts: Mapping[str, Texts]) -> str:
    """The tables: figures, formulas in both languages, and what the tallies are made of."""
    return "\n".join((*_figures(texts["zh"]), "", *_formulas(texts), "", *_tallies(), ""))


def written(file: str, texts: Mapping[str, Texts]) -> str:
    """The whole file with its tables as they are now. Raises ValueError where it has no place for them."""
    before, _, rest = file.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"no place for the tables: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n{described(texts)}\n{END}{after}"


def _figures(zh: Texts) -> Iterator[str]:
    yield "| figure | in Chinese | counts | worked out as | formula | seen by |"
    yield "|---|---|---|---|---|---|"
    for one in FIGURES:
        seen = "who may see the cases; else from five on" if one.seen.value == "cases" else "all staff"
        yield (
            f"| `{one.id}` | {zh.text(one.name)} | {one.counts.value} | {_worked_out(one)} "
            f"| `{one.how}` | {seen} |"
        )


def _worked_out(figure: Figure) -> str:
    told = " + ".join(f"`{key}`" for key in figure.of)
    return f"{told} ÷ {' + '.join(f'`{key}`' for key in figure.over)}" if figure.over else told


def _formulas(texts: Mapping[str, Texts]) -> Iterator[str]:
    yield "| formula | in Chinese | in Tibetan |"
    yield "|---|---|---|"
    for how in dict.fromkeys(one.how for one in FIGURES):
        zh, bo = (texts[one].text(f"staff-figure-how-{how}").replace("\n", " ") for one in ("zh", "bo"))
        yield f"| `{how}` | {zh} | {bo} |"


def _tallies() -> Iterator[str]:
    yield "| tally | made of |"
    yield "|---|---|"
    for name, statuses in ENDED.items():
        yield f"| `….{name}` | cases in {_listed(statuses)}, or closed from there |"
    for name, matter in OWED_MATTERS.items():
        yield f"| `….{name}` | cases of the matter `{matter}` with a sum owed |"
    yield "| `….court` | cases led to court (`redirect` by the path `litigation`), or closed from there |"
    for name, clocks in TIMED.items():
        yield f"| `decided.{name}`, `kept.{name}` | the clocks {_listed(clocks)} |"
    for one in ACTIVITIES:
        yield f"| `entered.{one.id}.…` | {_listed(tuple(name for name, _ in one.numbers))} |"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def main() -> int:
    """Write the tables anew, or with `--check` say whether they are current."""
    texts = load_texts(ROOT / "locales", load_office(ROOT / "office" / "jiali"))
    file = FILE.read_text(encoding="utf-8")
    now = written(file, texts)
    if "--check" in sys.argv[1:]:
        sys.stdout.write("current\n" if now == file else "not current: run python -m bot.figures.described\n")
        return 0 if now == file else 1
    FILE.write_text(now, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
