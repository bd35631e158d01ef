"""What is promised of encryption at rest."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.sealing import (
    DataKey,
    KeyInvalid,
    KeyMissing,
    Keyring,
    MasterKey,
    SealingError,
    Tampered,
    WrongKey,
    new_master_key,
)

KEYRING = Keyring(MasterKey(bytes(range(32))))
KEY = KEYRING.new_data_key()
HERE = "case/17/content"


def test_what_was_sealed_opens_where_it_was_sealed() -> None:
    assert KEY.open(KEY.seal(b"the wall fell", HERE), HERE) == b"the wall fell"


def test_a_moved_ciphertext_is_detected() -> None:
    sealed = KEY.seal(b"the wall fell", HERE)
    with pytest.raises(Tampered):
        KEY.open(sealed, "case/18/content")


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=255))
def test_any_altered_byte_is_detected(at: int, change: int) -> None:
    sealed = bytearray(KEY.seal(b"the wall fell", HERE))
    sealed[at] ^= change
    with pytest.raises(Tampered):
        KEY.open(bytes(sealed), HERE)


@given(st.integers(min_value=0, max_value=40))
def test_a_ciphertext_cut_short_is_detected(length: int) -> None:
    with pytest.raises(Tampered):
        KEY.open(KEY.seal(b"the wall fell", HERE)[:length], HERE)


def test_another_conversations_key_opens_nothing() -> None:
    with pytest.raises(Tampered):
        KEYRING.new_data_key().open(KEY.seal(b"the wall fell", HERE), HERE)


def test_the_same_words_never_seal_to_the_same_bytes() -> None:
    assert len({KEY.seal(b"yes", HERE) for _ in range(100)}) == 100


@example("\ud83d lone \udc00")
@given(st.text(st.characters()))  # every code point, lone surrogates among them
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert KEY.open_text(KEY.seal_text(text, HERE), HERE) == text
    assert KEY.open_json(KEY.seal_json({text: [text, 1, None]}, HERE), HERE) == {text: [text, 1, None]}


def test_json_is_compact_and_keeps_tibetan_as_letters() -> None:
    sealed = KEY.seal_json({"facts": "རྩྭ་ས།", "people": 3}, HERE)
    assert KEY.open(sealed, HERE) == '{"facts":"རྩྭ་ས།","people":3}'.encode()


def test_what_is_not_json_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        KEY.seal_json(float("nan"), HERE)


def test_a_wrapped_key_comes_back_under_the_same_master() -> None:
    wrapped = KEYRING.wrap(KEY)
    again = Keyring(MasterKey(bytes(range(32)))).unwrap(wrapped)
    assert len(wrapped) == 40
    assert again.open(KEY.seal(b"yes", HERE), HERE) == b"yes"


@pytest.mark.parametrize("wrapped", [b"", b"short", bytes(40), bytes(41)])
def test_bytes_that_are_no_wrapped_key_are_refused(wrapped: bytes) -> None:
    with pytest.raises(WrongKey):
        KEYRING.unwrap(wrapped)


def test_another_master_key_opens_no_data_key() -> None:
    with pytest.raises(WrongKey):
        Keyring(MasterKey.parse(new_master_key())).unwrap(KEYRING.wrap(KEY))


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_no_master_key_is_said_so(text: str | None) -> None:
    with pytest.raises(KeyMissing):
        MasterKey.parse(text)


@pytest.mark.parametrize(
    "text",
    ["AAAA", "not base64!", "A" * 43, "ཀ" * 44, new_master_key() + "AAAA"],
    ids=["short", "letters", "unpadded", "tibetan", "long"],
)
def test_a_bad_master_key_is_refused_and_never_quoted(text: str) -> None:
    with pytest.raises(KeyInvalid) as refused:
        MasterKey.parse(text)
    assert text not in str(refused.value)


def test_a_new_master_key_parses_and_is_never_the_same() -> None:
    one, other = new_master_key(), new_master_key()
    assert one != other
    assert MasterKey.parse(f" {one}\n") == MasterKey.parse(one)


def test_no_key_shows_in_a_repr() -> None:
    raw = b"K" * 32
    for shown in (MasterKey(raw), DataKey(raw), Keyring(MasterKey(raw))):
        assert "KKKK" not in repr(shown)
        assert "KKKK" not in str(shown)


@pytest.mark.parametrize("secret", [KEY, KEYRING])
def test_a_key_is_not_pickled_or_copied(secret: object) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        copy.copy(secret)


def test_a_lookup_finds_the_same_value_of_the_same_kind_alone() -> None:
    found = KEYRING.lookup("phone", "13900000000")
    assert found == Keyring(MasterKey(bytes(range(32)))).lookup("phone", "13900000000")
    assert len(found) == 32
    assert (
        len(
            {
                found,
                KEYRING.lookup("code", "13900000000"),
                KEYRING.lookup("phone", "13900000001"),
                KEYRING.lookup("phone1", "3900000000"),
                Keyring(MasterKey(bytes(32))).lookup("phone", "13900000000"),
            }
        )
        == 5
    )


def test_the_derived_keys_are_permanent() -> None:
    """A change here would make every stored hash and wrapped key useless."""
    assert KEYRING.lookup("phone", "1").hex()[:16] == "780e5f7be246cd6d"
    assert KEYRING.link(b"", b"row").hex()[:16] == "9c4d771781b671c6"
    assert KEYRING.wrap(DataKey(bytes(32))).hex()[:16] == "24615655ce9bcbd3"


def test_a_row_altered_taken_out_or_put_in_breaks_the_chain() -> None:
    def chain(*rows: bytes) -> bytes:
        last = b""
        for row in rows:
            last = KEYRING.link(last, row)
        return last

    whole = chain(b"a", b"b", b"c")
    assert whole == chain(b"a", b"b", b"c")
    assert whole not in {
        chain(b"a", b"x", b"c"),
        chain(b"a", b"c"),
        chain(b"a", b"b", b"b", b"c"),
        chain(b"b", b"a", b"c"),
        chain(b"a", b"bc"),
    }


def test_every_error_is_of_one_tree() -> None:
    assert all(issubclass(error, SealingError) for error in (KeyMissing, KeyInvalid, WrongKey, Tampered))
