"""One message as a resident's phone shows it, with the sample values: for whoever is writing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bot.preview.samples import samples
from bot.words.errors import WordsError
from bot.words.messages import Message
from bot.words.texts import Texts

MOST_FORMS: Final = 4
HTML_LANGUAGES: Final = {"zh": "zh-CN", "bo": "bo"}


@dataclass(frozen=True)
class Phone:
    """A message on a phone. `button`: it stands on a button; `mark`: the quiet line of a draft, and the
    label of the button for its Chinese.
    """

    lang: str
    says: tuple[str, ...]
    button: bool
    mark: tuple[str, str] | None


def phone(texts: Mapping[str, Texts], message: Message, language: str, *, button: bool, draft: bool) -> Phone:
    """A message in one language, in each form it may take, `MOST_FORMS` at most."""
    tried = texts[language].trying(message)
    says = []
    for values in islice(samples(message), MOST_FORMS):
        try:
            says.append(tried.text(message.id, **values))
        except WordsError:  # a reference or a variable that is not there: the check says so
            continue
    if message.id.startswith("words-"):
        says = [way.strip() for way in message.source.split("|")]
    plain = texts[language].plain
    mark = (plain["draft-mark"], plain["language-zh"]) if draft and language == "bo" else None
    return Phone(HTML_LANGUAGES[language], tuple(dict.fromkeys(says)), button, mark)
