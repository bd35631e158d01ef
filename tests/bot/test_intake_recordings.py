"""What is promised of voice messages, recordings and videos."""

from __future__ import annotations

import io
from typing import Any

import pytest
from mutagen.oggopus import OggOpus

from bot.intake import FileRefused, accept_file
from tests.bot import made_files as made
from tests.bot.made_files import reason, taken


@pytest.mark.parametrize(
    ("data", "media_type", "ending", "seconds"),
    [
        (made.ogg(), "audio/ogg", ".ogg", 2),
        (made.mp3(), "audio/mpeg", ".mp3", 3),
        (made.aac(), "audio/aac", ".aac", 3),
        (made.wav(), "audio/wav", ".wav", 2),
        (made.amr(), "audio/amr", ".amr", 2),
        (b"#!AMR-WB\n" + (b"\x04" + bytes(17)) * 75, "audio/amr-wb", ".amr", 2),
        (made.webm(), "audio/webm", ".webm", None),
        (made.mp4(b"M4A ", (b"soun",)), "audio/mp4", ".m4a", 5),
        (made.mp4(b"3gp4", (b"soun",)), "audio/3gpp", ".3gp", 5),
        (made.mp4(b"iso5", (b"soun",), seconds=0), "audio/mp4", ".m4a", None),
    ],
)
def test_a_voice_message_of_any_phone_is_taken(
    data: bytes, media_type: str, ending: str, seconds: int | None
) -> None:
    file = taken(data, "", "voice", "audio/whatever")
    assert (file.kind, file.media_type, file.name) == ("voice", media_type, "voice" + ending)
    assert file.seconds == seconds


def test_a_voice_message_over_an_hour_is_refused_and_as_a_document_it_is_taken() -> None:
    hour = made.ogg(seconds=3600)
    assert taken(hour, kind="voice").seconds == 3600
    longer = made.ogg(seconds=3601)
    assert reason(longer, kind="voice") == "too-long"
    assert taken(longer, kind="document").kind == "document"


def test_a_recording_loses_its_tags() -> None:
    tagged = made.ogg(tag=b"ARTIST=SECRET")
    assert b"SECRET" in tagged
    assert b"SECRET" not in taken(tagged).data
    assert b"TAGGEDNAM" not in taken(made.mp3()).data
    told = made.wav()[:12] + b"LIST\x08\x00\x00\x00SECRET\x00\x00" + made.wav()[12:]
    told = told[:4] + (len(told) - 8).to_bytes(4, "little") + told[8:]
    assert taken(told).data == made.wav()


@pytest.mark.parametrize("data", [made.ogg(), made.wav(), made.mp4(), made.mp4(handlers=(b"soun",))])
def test_what_follows_a_recording_is_left_out(data: bytes) -> None:
    clean = taken(data).data
    assert taken(data + made.SCRIPT).data == clean
    assert taken(data + made.PROGRAM).data == clean


def test_a_cleaned_recording_still_plays() -> None:
    reader: Any = OggOpus  # mutagen's types are not told
    clean = taken(made.ogg(tag=b"ARTIST=SECRET") + made.SCRIPT).data
    assert reader(io.BytesIO(clean)).info.length == 2
    for data in (
        made.mp3(),
        made.aac(),
        made.wav(),
        made.amr(),
        made.webm(),
        made.mp4(),
        made.mp4(handlers=(b"soun",)),
    ):
        once = taken(data)
        assert taken(once.data) == once


@pytest.mark.parametrize("handlers", [(b"vide", b"soun"), (b"soun",)])
def test_a_video_and_a_recording_lose_the_place_they_were_made_at(handlers: tuple[bytes, ...]) -> None:
    sent = made.mp4(handlers=handlers)
    clean = taken(sent).data
    assert made.GPS.encode() in sent
    assert made.GPS.encode() not in clean
    assert len(clean) == len(sent)  # blanked in place: what points into the file still does
    assert clean[-64:] == sent[-64:]


@pytest.mark.parametrize(
    ("brand", "media_type", "ending"),
    [(b"isom", "video/mp4", ".mp4"), (b"qt  ", "video/quicktime", ".mov"), (b"3gp5", "video/3gpp", ".3gp")],
)
def test_a_video_of_a_wolf_is_taken_as_a_document(brand: bytes, media_type: str, ending: str) -> None:
    file = taken(made.mp4(brand), "wolf.avi", "document")
    assert (file.kind, file.media_type, file.name) == ("document", media_type, "wolf" + ending)
    assert file.seconds is None


@pytest.mark.parametrize(
    "data",
    [
        made.ogg()[:40],
        b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(500),
        b"\xff\xfb" + bytes(500),
        b"\xff\xf1" + bytes(500),
        made.wav()[:20],
        b"#!AMR\n" + b"\xff" * 100,
        made.webm()[:60],
        made.mp4(handlers=()),
        made.mp4(handlers=(b"text",)),
        made.box(b"ftyp", b"isom", bytes(4)) + made.box(b"mdat", bytes(99)),
        made.box(b"ftyp", b"isom", bytes(4))
        + made.box(b"moov", b"\x00\x00\xff\xfftrak" + bytes(9))
        + bytes(99),
        made.box(b"ftyp", b"isom", bytes(4)) + made.box(b"moov", made.box(b"mvhd")),
    ],
)
def test_a_recording_that_does_not_read_is_damaged(data: bytes) -> None:
    with pytest.raises(FileRefused, match="damaged"):
        accept_file(data, "voice.ogg", "audio/ogg", "voice")


def test_ogg_that_is_not_opus_is_not_taken() -> None:
    assert reason(made.ogg().replace(b"OpusHead", b"\x80theora_"), kind="voice") == "not-allowed"
