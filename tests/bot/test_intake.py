"""What is promised of files: the door itself, names, photos."""

from __future__ import annotations

import asyncio
import contextlib
import io
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import bot.intake
from bot.intake import MAX_BYTES, Accepted, FileRefused, Kind, accept_file, accept_file_async, clean_name
from tests.bot import made_files as made
from tests.bot.made_files import reason, taken


def opened(file: Accepted) -> Image.Image:
    return Image.open(io.BytesIO(file.data))


# ── the door ────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_no_bytes_is_refused() -> None:
    assert reason(b"", "photo.jpg", "photo") == "empty"


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_not() -> None:
    assert reason(b"a" * (MAX_BYTES + 1)) == "too-big"
    assert len(taken(b"a" * MAX_BYTES).data) == MAX_BYTES


@pytest.mark.parametrize(
    "program", [made.PROGRAM, b"\x7fELF\x02\x01\x01" + bytes(200), b"\xca\xfe\xba\xbe" + bytes(99)]
)
@pytest.mark.parametrize("kind", ["photo", "voice", "document"])
def test_an_executable_named_jpg_is_refused(program: bytes, kind: Kind) -> None:
    assert reason(program, "cat.jpg", kind, "image/jpeg") == "not-allowed"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html><body>hi</body></html>",
        b"\xef\xbb\xbf  <html>",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<?xml version="1.0"?><svg/>',
        "<html>page</html>".encode("utf-16"),
        b"hello <script>alert(1)</script>",
        b"#!/bin/sh\nrm -rf /\n",
        b"@echo off\r\ndel *.*\r\n",
        b"{\\rtf1 hello}",
        b"%!PS-Adobe-3.0\n",
        b"Rar!\x1a\x07\x00" + bytes(99),
        b"7z\xbc\xaf\x27\x1c" + bytes(99),
        b"\x1f\x8b\x08\x00" + bytes(99),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999),
        b"RIFF\x10\x00\x00\x00CDDA" + bytes(99),
        b"\x00asm\x01\x00\x00\x00" + bytes(99),
        b"II*\x00" + bytes(99),
        bytes(range(256)),
        made.webm(b"V_VP8"),
    ],
)
def test_what_is_not_on_the_list_is_not_taken(data: bytes) -> None:
    assert reason(data, "photo.jpg", "photo", "image/jpeg") == "not-allowed"


@pytest.mark.parametrize("cut", [30, 40, 100, 300])
@pytest.mark.parametrize(
    "data",
    [
        made.picture(),
        made.picture("PNG"),
        made.picture("WEBP"),
        made.picture("GIF"),
        made.photo_with_gps("HEIF"),
        made.mp4(),
        made.mp4(handlers=(b"soun",)),
        made.office(),
        made.pdf(),
    ],
)
def test_a_file_cut_short_is_refused(data: bytes, cut: int) -> None:
    assert reason(data[:-cut] if cut < len(data) - 20 else data[:20]) in {"damaged", "not-allowed"}


BEGINNINGS = (
    b"", made.picture(), made.picture("PNG"), made.picture("GIF"), made.photo_with_gps("HEIF"), made.ogg(),
    made.mp3(), made.aac(), made.wav(), made.amr(), made.webm(), made.mp4(), made.pdf(), made.office(),
)  # fmt: skip


@given(st.sampled_from(BEGINNINGS), st.sampled_from([24, 200, 9999]), st.binary(max_size=600))
def test_any_bytes_are_taken_or_refused_and_nothing_else(start: bytes, length: int, rest: bytes) -> None:
    with contextlib.suppress(FileRefused):
        assert isinstance(accept_file(start[:length] + rest, "x", None, "document"), Accepted)


def test_a_refusal_tells_nothing_of_the_file() -> None:
    with pytest.raises(FileRefused) as refused:
        taken(made.PROGRAM, "letter-of-Tashi.exe")
    assert str(refused.value) == "not-allowed"


async def test_many_files_at_once_are_worked_on_two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()

    def slowly(data: bytes, *_: object) -> Accepted:
        begun.release()
        assert go_on.wait(timeout=30)
        return Accepted(data, "text/plain", "x.txt", "document")

    monkeypatch.setattr(bot.intake, "accept_file", slowly)
    sent = [str(number).encode() for number in range(6)]
    sending = [asyncio.create_task(accept_file_async(data, "", None, "document")) for data in sent]
    try:
        for _ in range(2):  # the loop goes on meanwhile, and hands over all six
            assert await asyncio.to_thread(begun.acquire, timeout=30)
        assert sum(thread.name.startswith("intake") for thread in threading.enumerate()) == 2
    finally:
        go_on.set()
    assert [file.data for file in await asyncio.gather(*sending)] == sent


async def test_a_refusal_comes_through_the_thread() -> None:
    with pytest.raises(FileRefused, match="empty"):
        await accept_file_async(b"", "", None, "photo")


# ── names ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("declared", "clean"),
    [
        ("wall.jpeg", "wall.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\tashi\\wall.PNG", "wall.jpg"),
        ("invoice.pdf.exe", "invoice.jpg"),
        ("photo\u202egpj.exe", "photogpj.jpg"),
        ("a\x00b\r\nSet-Cookie: x\t.jpg", "abSet-Cookie_ x.jpg"),
        ("zero\u200bwidth\ufeff\u2066.jpg", "zerowidth.jpg"),
        ("\ud800lone.jpg", "lone.jpg"),
        ("欠薪 名单.docx", "欠薪 名单.jpg"),
        ("རྩྭ་སའི་པར།.jpg", "རྩྭ་སའི་པར།.jpg"),
        ("2024.12.31", "2024.12.31.jpg"),
        ("", "photo.jpg"),
        ("...", "photo.jpg"),
        (".jpg", "photo.jpg"),
        ("NUL.jpg", "photo.jpg"),
        ('<b>"x"|?*', "_b__x____.jpg"),
    ],
)
def test_a_name_is_safe_and_ends_in_its_true_type(declared: str, clean: str) -> None:
    assert taken(made.picture(), declared).name == clean


@given(st.text(st.characters(), max_size=300))
def test_no_name_is_long_or_leads_anywhere(declared: str) -> None:
    name = clean_name(declared, ".jpg", "photo")
    assert 5 <= len(name) <= 80
    assert not set(name) & set('/\\\0\r\n"\u202e\u200b')
    assert not name.startswith(".")
    name.encode()


def test_a_long_tibetan_name_is_not_cut_inside_a_stack() -> None:
    name = clean_name("ab" + "བརྒྱུད" * 40, ".jpg", "photo")
    stem = name.removesuffix(".jpg")
    rest = ("ab" + "བརྒྱུད" * 40)[len(stem) :]
    assert len(stem) > 70
    assert rest[0] in "བརད"  # the cut is before a letter, not before the marks below it


# ── photos ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_a_photo_loses_its_gps(format: str) -> None:
    sent = made.photo_with_gps(format)
    assert b"GPSOWNER" in sent
    file = taken(sent, "wall.jpg", "photo")
    assert b"GPS" not in file.data
    assert not opened(file).getexif()
    assert file.kind == "photo"


def test_a_photo_loses_xmp_comment_and_profile() -> None:
    sent = made.picture(xmp=b"<x:xmpmeta>SECRET</x:xmpmeta>", comment=b"SECRET", icc_profile=b"SECRET" * 20)
    assert b"SECRET" in sent
    assert b"SECRET" not in taken(sent).data
    sharp = taken(made.picture("PNG", icc_profile=b"SECRET" * 20))
    assert set(opened(sharp).info) <= {"transparency"}


def test_a_jpeg_followed_by_a_script_comes_out_clean() -> None:
    file = taken(made.picture() + made.SCRIPT, "wall.jpg.php", "photo", "image/jpeg")
    assert b"script" not in file.data
    assert b"php" not in file.data
    assert file.data.endswith(b"\xff\xd9")
    assert (file.name, file.media_type) == ("wall.jpg", "image/jpeg")


def test_a_decompression_bomb_is_refused() -> None:
    assert len(made.bomb()) < 10_000
    assert reason(made.bomb(), "photo.png", "photo") == "bomb"


@pytest.mark.parametrize("size", [(7_100, 7_100), (10_000, 10_000), (14_000, 14_000)])
def test_a_photo_over_the_pixel_limit_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    assert reason(made.bomb(*size)) == "bomb"


def test_a_photo_is_turned_upright() -> None:
    file = taken(made.photo_with_gps(orientation=6))  # the phone was held on its side
    assert opened(file).size == (40, 60)
    top = opened(file).convert("RGB").getpixel((20, 10))
    assert isinstance(top, tuple)
    assert top[0] > 200 > 50 > top[2]  # the red half is above


def test_a_large_photo_is_made_smaller_in_its_proportions() -> None:
    assert opened(taken(made.picture(size=(4000, 3000)))).size == (2560, 1920)
    assert opened(taken(made.picture("PNG", size=(1000, 4000)))).size == (640, 2560)
    assert opened(taken(made.picture(size=(800, 600)))).size == (800, 600)


def test_a_screenshot_keeps_its_sharp_edges() -> None:
    file = taken(made.picture("PNG"))
    assert (file.media_type, file.name) == ("image/png", "photo.png")
    assert opened(file).getpixel((29, 5)) == (255, 0, 0)
    assert opened(file).getpixel((30, 5)) == (0, 0, 255)


def test_what_is_transparent_is_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(taken(file.getvalue())).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_scan_in_sixteen_bit_grey_is_not_washed_out() -> None:
    file = io.BytesIO()
    Image.new("I;16", (10, 10), 0x8000).save(file, "PNG")
    assert opened(taken(file.getvalue())).convert("L").getpixel((5, 5)) == 128


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "YCbCr"])
def test_every_way_of_writing_colours_is_read(mode: str) -> None:
    file = io.BytesIO()
    image = Image.new("RGB", (10, 10), "white").convert(mode)
    image.save(file, "JPEG" if mode in ("CMYK", "YCbCr") else "PNG")
    assert opened(taken(file.getvalue())).convert("L").getpixel((5, 5)) == 255


def test_an_animation_becomes_its_first_picture() -> None:
    file = io.BytesIO()
    first, *others = (Image.new("RGB", (10, 10), colour) for colour in ("red", "blue", "green"))
    first.save(file, "GIF", save_all=True, append_images=others)
    shown = opened(taken(file.getvalue()))
    assert getattr(shown, "n_frames", 1) == 1
    assert shown.convert("RGB").getpixel((5, 5)) == (255, 0, 0)
