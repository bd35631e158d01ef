"""Voice messages and recordings, checked without being decoded, tags and what follows the end taken off.

| type | from | checked by | tags |
|---|---|---|---|
| Ogg Opus | Telegram, Firefox | pages (RFC 3533), mutagen | removed |
| MP3, AAC | files | mutagen | removed |
| WAV | recorders | its chunks, mutagen | only format and sound are kept |
| AMR | old phones | its frames (RFC 4867) | has none |
| WebM Opus | Chrome, Android's browsers | its head only | browsers write none; others' stay |

m4a and 3gp are in `bot.intake.boxes`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, Final

from mutagen.aac import AAC
from mutagen.apev2 import delete as delete_ape
from mutagen.mp3 import MP3
from mutagen.oggopus import OggOpus
from mutagen.wave import WAVE

from bot.intake.kinds import Cleaned, FileRefused

# Bytes of a frame of 20 ms by its type, its head included (RFC 4867, 3.6 and 4.3.1; 3GPP TS 26.101, 26.201).
_AMR: Final = b"#!AMR\n", (13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1)
_AMR_WIDE: Final = b"#!AMR-WB\n", (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1)
_VIDEO_IN_WEBM: Final = (b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG")
_SOUND_IN_WEBM: Final = (b"A_OPUS", b"A_VORBIS")
_WEBM_CLUSTER: Final = b"\x1f\x43\xb6\x75"


def clean_ogg(data: bytes) -> Cleaned:
    """Ogg Opus, tags removed, cut after its last whole page."""
    if b"OpusHead" not in data[:300]:
        raise FileRefused("not-allowed")
    at = 0
    while data[at : at + 5] == b"OggS\0" and at + 27 <= len(data):
        segments = data[at + 26]
        end = at + 27 + segments + sum(data[at + 27 : at + 27 + segments])
        if end > len(data):
            break
        at = end
    file = io.BytesIO(data[:at])
    sound = _read(OggOpus, file)
    file.seek(0)
    sound.delete(file)
    return Cleaned(file.getvalue(), "audio/ogg", ".ogg", "voice", sound.info.length)


def clean_mp3(data: bytes) -> Cleaned:
    """MP3 without ID3 and APE tags."""
    file = io.BytesIO(data)
    sound = _read(MP3, file)
    if sound.info.sketchy:  # mutagen found hardly a frame: not MP3
        raise FileRefused("damaged")
    file.seek(0)
    sound.delete(file)
    file.seek(0)
    delete_ape(file)
    return Cleaned(file.getvalue(), "audio/mpeg", ".mp3", "voice", sound.info.length)


def clean_aac(data: bytes) -> Cleaned:
    """AAC in ADTS frames."""
    return Cleaned(data, "audio/aac", ".aac", "voice", _read(AAC, io.BytesIO(data)).info.length)


def clean_wav(data: bytes) -> Cleaned:
    """WAV of its format and its sound alone; any other chunk, and what follows, is left out."""
    first: dict[bytes, bytes] = {}
    for name, body in _chunks(data):
        if name in (b"fmt ", b"fact", b"data"):
            first.setdefault(name, body)
        if name == b"data":  # the format comes before
            break
    kept = b"".join(
        name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
        for name, body in first.items()
    )
    anew = b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WAVE" + kept
    return Cleaned(anew, "audio/wav", ".wav", "voice", _read(WAVE, io.BytesIO(anew)).info.length)


def clean_amr(data: bytes) -> Cleaned:
    """AMR or AMR-WB, frame by frame of 20 ms, cut after the last whole frame."""
    head, sizes = _AMR_WIDE if data.startswith(_AMR_WIDE[0]) else _AMR
    at, frames = len(head), 0
    while at < len(data) and not data[at] & 0x83:  # the padding bits of a frame's head are zero
        size = sizes[data[at] >> 3 & 0x0F]
        if not size or at + size > len(data):
            break
        at, frames = at + size, frames + 1
    if not frames:
        raise FileRefused("damaged")
    name = "audio/amr-wb" if head == _AMR_WIDE[0] else "audio/amr"
    return Cleaned(data[:at], name, ".amr", "voice", frames / 50)


def clean_webm(data: bytes) -> Cleaned:
    """WebM of sound alone, as a browser's recorder writes it; its length is not told."""
    head = data[:65536]
    if b"webm" not in head[:64] or any(codec in head for codec in _VIDEO_IN_WEBM):
        raise FileRefused("not-allowed")
    if not any(codec in head for codec in _SOUND_IN_WEBM) or _WEBM_CLUSTER not in data:
        raise FileRefused("damaged")
    return Cleaned(data, "audio/webm", ".webm", "voice")


CLEANERS: Final[dict[str, Callable[[bytes], Cleaned]]] = {
    "audio/ogg": clean_ogg,
    "audio/mpeg": clean_mp3,
    "audio/aac": clean_aac,
    "audio/x-wav": clean_wav,
    "audio/amr": clean_amr,
    "video/webm": clean_webm,
    "video/x-matroska": clean_webm,
}


def clean_sound(data: bytes, media_type: str) -> Cleaned:
    """The recording, cleaned as its type allows. Raises `FileRefused` ('damaged', 'not-allowed')."""
    try:
        return CLEANERS[media_type](data)
    except FileRefused:
        raise
    except Exception as fault:  # mutagen's own errors, and whatever else damaged bytes lead its parsers to
        raise FileRefused("damaged") from fault


def _read(reader: Callable[[io.BytesIO], Any], file: io.BytesIO) -> Any:
    return reader(file)  # mutagen's types are not told


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    end = min(len(data), int.from_bytes(data[4:8], "little") + 8)
    if end <= 12:  # a recorder that streams leaves the size open
        end = len(data)
    at = 12
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : min(at + 8 + size, end)]
        at += 8 + size + size % 2
