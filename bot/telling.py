"""A view as a resident is told it: in their language, a draft beside its Chinese, clips for who listens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from bot.clips import Clips
from bot.words.texts import Bubble, Label, Texts
from dialogs.engine.view import View
from storage import history
from storage.conversations import Kept
from storage.sealing import Keyring

BESIDE = "zh"
"""The language beside a draft of another."""


class Telling:
    """The words of every language and the clips of one office."""

    def __init__(self, texts: Mapping[str, Texts], clips: Clips, keyring: Keyring) -> None:
        self.texts, self.clips, self._keyring = texts, clips, keyring

    def tell(self, view: View, language: str, *, listening: bool = False) -> Bubble:
        """The view in words; `listening`: its clips too."""
        bubble = self.texts[language].view(view)
        if bubble.mark:
            bubble = replace(bubble, chinese=self.texts[BESIDE].view(view))
        return replace(bubble, voice=self.clips.of(language, view)) if listening else bubble

    def in_chinese(self, connection: Connection, kept: Kept, token: str, here: View) -> Bubble:
        """What was told last, or the notice that bears `token`, in Chinese; else the place, `here`."""
        found = history.in_chinese(connection, self._keyring, kept, token)
        if found is None:
            bubble = self.texts[BESIDE].view(here)
        else:
            rows = tuple(tuple(Label(b["id"], b["label"]) for b in row) for row in found["rows"])
            bubble = Bubble(found["text"], rows)
        return replace(bubble, chinese=bubble)  # pressed once more, it shows the same
