"""Promises about passwords of the staff."""

from __future__ import annotations

import pytest

from bot.passwords import MAX_CHARS, PasswordRefused, hash_password, verify


async def test_a_password_fits_its_hash_alone() -> None:
    kept = hash_password("བཀྲ་ཤིས 2026 correct")
    assert "correct" not in kept
    assert await verify(kept, "བཀྲ་ཤིས 2026 correct")
    assert not await verify(kept, "བཀྲ་ཤིས 2026 wrong")
    assert not await verify("no hash at all", "བཀྲ་ཤིས 2026 correct")
    assert not await verify(kept, "x" * (MAX_CHARS + 1))


@pytest.mark.parametrize(
    ("text", "reason"),
    [("short", "too_short"), ("abcd" * 60, "too_long"), ("aaaaaaaaaaaa", "too_plain")],
)
def test_a_weak_password_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(PasswordRefused) as refused:
        hash_password(text)
    assert refused.value.reason == reason
