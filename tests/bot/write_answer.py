"""A new question answered in every transcript that comes to it, so that each goes on as it was written.

    python -m tests.bot.write_answer complaint witness '#witness:skip'

Each conversation is played; wherever the question is asked and the transcript does not say so itself, the
answer is written in. Read the difference; then give one conversation of each language another answer. One
that does not go on for another reason is told, and left as it was.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.words.messages import LANGUAGES
from tests.bot import houses
from tests.bot.transcripts import FOLDER, Player, Unlike


class Answering(Player):
    """Plays a transcript and answers `asked` wherever it comes up; `lines` is what was played."""

    asked = ""
    answer = ""

    async def answered(self, text: str) -> str:
        """The transcript with the answer where it belongs. Raises Unlike with the line."""
        ahead, lines = text.splitlines(), list[str]()
        for number, line in enumerate(ahead):
            lines.append(line)
            if not line.strip() or line.startswith("#"):
                continue
            await self._try(line, number + 1)
            told = next((one for one in ahead[number + 1 :] if one[:1] in "=>*"), "")
            if line[0] in ">*" and self._place() == self.asked and told != f"= {self.asked}":
                lines.append(f"> {self.answer}")
                await self._try(lines[-1], number + 1)
        return "\n".join(lines) + "\n"

    async def _try(self, line: str, number: int) -> None:
        sign, _, rest = line.partition(" ")
        try:
            await self._line(sign, self._filled(rest))
        except AssertionError as unlike:
            raise Unlike(f"{number}: {line}\n{unlike}") from unlike


async def written(path: Path, empty: Path, asked: str, answer: str) -> str:
    """What a transcript is with the answer. Raises Unlike."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        houses.copied(empty, Path(folder) / "data")
        async with houses.open_house(Path(folder) / "data") as house:
            player = Answering(house, patched, Path(folder), path.parent.name)
            player.asked, player.answer = asked, answer
            return await player.answered(await asyncio.to_thread(path.read_text, encoding="utf-8"))


def main(dialog: str, question: str, answer: str) -> None:
    """Write the answer into all transcripts."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        houses.cached_texts(patched)
        empty = houses.migrated_file(Path(folder))
        for path in sorted(path for language in LANGUAGES for path in (FOLDER / language).glob("*.txt")):
            before = path.read_text(encoding="utf-8")
            try:
                after = asyncio.run(written(path, empty, f"{dialog} {question}", answer))
            except Unlike as unlike:
                sys.stdout.write(f"left as it was: {path.parent.name}/{path.name}:{unlike}\n")
                continue
            if after != before:
                path.write_text(after, encoding="utf-8", newline="\n")
                sys.stdout.write(f"{path.parent.name}/{path.name}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
