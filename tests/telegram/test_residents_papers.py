"""Papers on Telegram: a document in its place among the messages, once, signed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.telegram.bot_api import BotApi
from tests.telegram.residents_life import asked, does, living, press
from tests.telegram.test_residents import NUMBER, TO_EVIDENCE, TO_FACTS

TO_CARD = ("=menu:guidance", "=matter:work", "=matter:wages", "=ask_wages_from:site")
TO_CARD += ("=ask_still_working:yes", "=ask_debt_proof:no", "=when_wrong_ended:skip")


@pytest.mark.parametrize("language", ["zh", "bo"])
async def test_a_card_is_sent_as_a_document_with_its_buttons(
    bot_api: BotApi, tmp_path: Path, language: str
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", f"=language:{language}", *TO_CARD)
        sent = await does(user, "=paper:card.0")
        assert sent.kind == "document"
        assert sent.file is not None
        assert sent.file.name == "lamton-card.pdf"
        # a draft in Tibetan bears its mark beneath
        assert sent.raw["caption"].startswith(life.house.texts[language].text("paper-ready"))
        assert {"card", "menu", "paper"} <= asked(sent)
        content = sent.file.content
        assert content is not None
        assert life.house.papers.is_true(content)
        assert len(PdfReader(BytesIO(content)).pages) == 1
        again = await does(user, "=card:more-0")
        assert again.kind == "text"
        assert set(await life.delivered()) == {"sent"}


async def test_a_receipt_is_sent_as_a_document_once(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        steps = ("/start", "=language:bo", *TO_FACTS, *TO_EVIDENCE, "=evidence:skip", "=behalf:self")
        receipt = await does(user, *steps, "=identity:named", "扎西", "=phone:skip", "=summary:submit")
        number = NUMBER.search(receipt.text)
        assert number is not None
        await press(user, f"case:paper.receipt.{number.group()}")
        sent = await user.next_message()
        assert set(await life.delivered()) == {"sent"}
        documents = [message for message in user.sees() if message.kind == "document"]
        assert documents == [sent]
        assert sent.file is not None
        assert sent.file.name == f"{number.group()}-receipt.pdf"
        assert sent.file.content is not None
        (text,) = [page.extract_text() for page in PdfReader(BytesIO(sent.file.content)).pages]
        assert number.group() in text
        assert "扎西" not in text
