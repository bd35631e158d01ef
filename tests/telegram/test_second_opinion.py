"""The published description of the Bot API and aiogram's models agree on the methods Lamton may use."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram.door import DEEDS
from tests.telegram.second_opinion import disagreements, load_spec, newer_than, spec_path

USED = sorted({*DEEDS, "getUpdates", "setWebhook", "deleteWebhook"})
# the description is of Bot API 10.1; aiogram 3.31 knows a later one, with ephemeral messages
LATER = {
    "params": {"ephemeral_message_parameters"},
    "said": {"ReplyParameters.message_id: required True in the description, False here"},
}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    if spec_path() is None:
        pytest.skip("no second opinion: the Bot API's description is not at hand (LAMTON_BOT_API_SPEC)")
    return load_spec()


@pytest.mark.parametrize("method", USED)
def test_both_say_the_same_of_a_method(spec: dict[str, Any], method: str) -> None:
    assert set(disagreements(spec, method)) <= LATER["said"]
    assert newer_than(spec, method) <= LATER["params"]


def test_a_disagreement_would_be_seen(spec: dict[str, Any]) -> None:
    fields = spec["methods"]["sendMessage"]["fields"]
    changed = [{**f, "types": ["Float"], "required": False} if f["name"] == "text" else f for f in fields]
    extra = {"name": "mood", "types": ["String"], "required": True}
    methods = {"sendMessage": {"fields": [*changed, extra]}}
    said = set(disagreements({**spec, "methods": methods}, "sendMessage")) - LATER["said"]
    assert len(said) == 3
