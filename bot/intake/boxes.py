"""MP4 and its kin (m4a, 3gp, mov): boxes in boxes (ISO/IEC 14496-12). Sound is a voice, video a document.

Metadata boxes are blanked in place, so that nothing shifts: phones write where they stood into moov/udta
(3GPP TS 26.244 'loci', Apple '©xyz') and moov/meta. Sound and pictures are not decoded or made anew; a video
is handed out as a download only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.intake.kinds import Cleaned, FileRefused

IMAGE_BRANDS: Final[dict[bytes, str]] = {
    b"avif": "image/avif", b"avis": "image/avif",
    b"heic": "image/heic", b"heix": "image/heic", b"heim": "image/heic", b"heis": "image/heic",
    b"mif1": "image/heic", b"msf1": "image/heic",
}  # fmt: skip

_OUTERMOST: Final = frozenset(
    b"ftyp styp moov moof mdat mfra sidx ssix free skip wide pdin emsg prft uuid meta udta".split()
)
_TELLING: Final = frozenset({b"udta", b"meta", b"uuid"})


@dataclass(frozen=True, slots=True)
class _Box:
    name: bytes
    start: int
    body: int
    end: int


def is_boxes(data: bytes) -> bool:
    """Whether the bytes begin as a file of boxes does."""
    return data[4:8] == b"ftyp"


def image_type(data: bytes) -> str | None:
    """The media type of a photo kept in boxes (HEIC, AVIF), None for sound and video."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, length - 3, 4))]
    return next((IMAGE_BRANDS[brand] for brand in brands if brand in IMAGE_BRANDS), None)


def clean_boxes(data: bytes) -> Cleaned:
    """The file without its metadata and without what follows its last box.

    Raises `FileRefused`: 'damaged' when it holds no sound and no video, or is cut short.
    """
    outermost: list[_Box] = []
    for box in _boxes(data, 0, len(data)):
        if box.name not in _OUTERMOST:
            break  # what follows was never part of it, and is dropped
        if box.end > len(data):  # cut short
            raise FileRefused("damaged")
        outermost.append(box)
    moov = next((box for box in outermost if box.name == b"moov"), None)
    if moov is None:
        raise FileRefused("damaged")
    inside = _inside(data, moov)
    tracks = [_inside(data, box) for box in inside if box.name == b"trak"]
    kept = bytearray(data[: outermost[-1].end])
    for box in (*outermost, *inside, *(part for track in tracks for part in track)):
        if box.name in _TELLING:
            kept[box.start + 4 : box.start + 8] = b"free"
            kept[box.body : box.end] = bytes(box.end - box.body)
    made_of = {_handler(data, track) for track in tracks}
    brand = data[8:11]
    if b"vide" in made_of:
        if brand == b"qt ":
            return Cleaned(bytes(kept), "video/quicktime", ".mov", "document")
        if brand == b"3gp":
            return Cleaned(bytes(kept), "video/3gpp", ".3gp", "document")
        return Cleaned(bytes(kept), "video/mp4", ".mp4", "document")
    if b"soun" in made_of:
        if brand == b"3gp":
            return Cleaned(bytes(kept), "audio/3gpp", ".3gp", "voice", _seconds(data, inside))
        return Cleaned(bytes(kept), "audio/mp4", ".m4a", "voice", _seconds(data, inside))
    raise FileRefused("damaged")


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    """The boxes from `at`; one that claims more than there is comes last, its `end` beyond `end`."""
    while at + 8 <= end:
        size, name, body = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], at + 8
        if size == 1:
            size, body = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        elif size == 0:
            size = end - at
        box = _Box(name, at, body, at + size)
        if box.end < body:  # shorter than its own head: no box
            return
        yield box
        at = box.end


def _inside(data: bytes, parent: _Box) -> list[_Box]:
    boxes = list(_boxes(data, parent.body, parent.end))
    if any(box.end > parent.end for box in boxes):
        raise FileRefused("damaged")
    return boxes


def _handler(data: bytes, track: list[_Box]) -> bytes:
    for mdia in (box for box in track if box.name == b"mdia"):
        for box in _inside(data, mdia):
            if box.name == b"hdlr":
                return data[box.body + 8 : box.body + 12]
    return b""


def _seconds(data: bytes, inside: list[_Box]) -> float | None:
    """The length by mvhd; None where it says nothing, as in recordings written piece by piece."""
    for box in inside:
        if box.name == b"mvhd":
            wide = 8 if data[box.body : box.body + 1] == b"\x01" else 4
            at = box.body + 4 + 2 * wide
            scale = int.from_bytes(data[at : at + 4], "big")
            length = int.from_bytes(data[at + 4 : at + 4 + wide], "big")
            if scale and length and length != 256**wide - 1:
                return length / scale
    return None
