"""Small files of every kind, made in code for the tests of intake: no binary is kept in the repository."""

from __future__ import annotations

import io
import struct
import wave
import zipfile
import zlib

import pytest
from mutagen.ogg import OggPage
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from bot.intake import Accepted, FileRefused, Kind, accept_file

PROGRAM = b"MZ\x90\x00" + bytes(200)
SCRIPT = b"<script>alert('x')</script><?php system($_GET['c']); ?>"
GPS = "51.4779"  # nowhere near the county

CONTENT_TYPES = "[Content_Types].xml"


def taken(data: bytes, name: str = "", kind: Kind = "document", declared_type: str | None = None) -> Accepted:
    """What intake makes of the file."""
    return accept_file(data, name, declared_type, kind)


def reason(data: bytes, name: str = "", kind: Kind = "document", declared_type: str | None = None) -> str:
    """Why intake refuses the file."""
    with pytest.raises(FileRefused) as refused:
        accept_file(data, name, declared_type, kind)
    return refused.value.reason


def picture(format: str = "JPEG", size: tuple[int, int] = (60, 40), **saved: object) -> bytes:
    """A picture red on its left half and blue on its right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    file = io.BytesIO()
    image.save(file, format, **saved)
    return file.getvalue()


def photo_with_gps(format: str = "JPEG", orientation: int = 1) -> bytes:
    """A photo that tells who took it where."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "GPSOWNER"
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (IFDRational(51), IFDRational(28), IFDRational(40)), 29: "GPSDATE"}
    )
    return picture(format, exif=exif.tobytes())


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of 900 million white pixels in a few hundred kilobytes or fewer."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packed = zlib.compress(bytes(1_000_000), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def ogg(seconds: int = 2, tag: bytes = b"") -> bytes:
    """Ogg Opus as Telegram's voice messages are, with a comment when `tag` is given."""
    comments = struct.pack("<I", 1) + struct.pack("<I", len(tag)) + tag if tag else struct.pack("<I", 0)
    packets = (
        (b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48000, 0, 0), 0),
        (b"OpusTags" + struct.pack("<I", 4) + b"test" + comments, 0),
        (b"\xf8\xff\xfe" * 20, seconds * 48000),
    )
    made = b""
    for number, (packet, position) in enumerate(packets):
        page = OggPage()  # type: ignore[no-untyped-call]
        page.packets, page.position, page.sequence, page.serial = [packet], position, number, 7
        page.first, page.last = number == 0, number == 2
        made += page.write()  # type: ignore[no-untyped-call]
    return made


def mp3(frames: int = 100) -> bytes:
    """Silence in MPEG 1 layer III, 128 kbit/s, 44.1 kHz, after an ID3 tag with a name."""
    title = b"TIT2" + struct.pack(">IH", 10, 0) + b"\x00TAGGEDNAM"
    tag = b"ID3\x03\x00\x00" + struct.pack(">I", len(title)) + title
    return tag + (b"\xff\xfb\x90\x64" + bytes(413)) * frames


def aac(frames: int = 100) -> bytes:
    """AAC-LC in ADTS frames of 32 bytes, 44.1 kHz, mono."""
    return (b"\xff\xf1\x50\x40\x04\x1f\xfc" + bytes(25)) * frames


def wav(seconds: int = 2) -> bytes:
    """8 kHz, 16 bit, mono."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        sound.writeframes(bytes(16000 * seconds))
    return file.getvalue()


def amr(seconds: int = 2) -> bytes:
    """AMR at 12.2 kbit/s."""
    return b"#!AMR\n" + (b"\x3c" + b"\xa5" * 31) * (50 * seconds)


def webm(codec: bytes = b"A_OPUS") -> bytes:
    """The head of a browser's recording and the beginning of its sound."""
    return (
        b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm"
        b"\x42\x87\x81\x04\x42\x85\x81\x02\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff\x16\x54\xae\x6b\xbf"
        + b"\x86"
        + bytes([0x80 + len(codec)])
        + codec
        + b"\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff"
        + bytes(64)
    )


def box(name: bytes, *parts: bytes) -> bytes:
    """One box of ISO/IEC 14496-12."""
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + name + body


def mp4(brand: bytes = b"isom", handlers: tuple[bytes, ...] = (b"vide", b"soun"), seconds: int = 5) -> bytes:
    """Boxes without real sound or pictures in them, and with the place where it was taken, three times."""
    place = box(b"\xa9xyz", b"\x00\x12\x15\xc7" + GPS.encode() + b"+000.0000/")
    tracks = [
        box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13))), box(b"udta", place))
        for handler in handlers
    ]
    head = box(b"mvhd", bytes(12), struct.pack(">II", 1000, seconds * 1000), bytes(80))
    return (
        box(b"ftyp", brand, bytes(4), brand)
        + box(b"moov", head, *tracks, box(b"udta", place), box(b"meta", bytes(4), place))
        + box(b"mdat", b"\xa5" * 64)
    )


def pdf(catalog: bytes = b"", packed: bytes | None = None) -> bytes:
    """A PDF of an empty page; `catalog` goes into its catalog, `packed` into an object stream."""
    objects = b""
    if packed is not None:
        squeezed = zlib.compress(packed)
        head = b"3 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d>>\nstream\n" % len(
            squeezed
        )
        objects = head + squeezed + b"\nendstream\nendobj\n"
    return (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type /Catalog /Pages 2 0 R " + catalog + b">>\nendobj\n"
        b"2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n"
        + objects
        + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3 /Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
    )


def office(more: dict[str, bytes] | None = None) -> bytes:
    """A docx with further parts by their path."""
    return archive({CONTENT_TYPES: b"<Types/>", "word/document.xml": b"<w:document/>", **(more or {})})


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return file.getvalue()
