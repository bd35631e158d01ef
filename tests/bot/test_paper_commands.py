"""Promises of `poster`, `verify` and `key --public`."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests.bot.processes import command
from tests.papers import desk

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER = base64.b64encode(bytes(32)).decode()


def test_anyone_verifies_a_paper_with_the_public_key_alone(tmp_path: Path) -> None:
    paper, pem = tmp_path / "paper.pdf", tmp_path / "office.pem"
    paper.write_bytes(desk.drawn(desk.notice("accepted"), "bo"))
    published = command("key", "--public", LAMTON_MASTER_KEY=KEY)
    assert published.stdout.startswith(b"-----BEGIN PUBLIC KEY-----\n")
    pem.write_bytes(published.stdout)
    true = command("verify", str(paper), "--key", str(pem))
    assert (true.returncode, b"unaltered" in true.stdout) == (0, True)
    assert "一个字也没有改过" in true.stdout.decode()
    assert "བཅོས་མེད།" in true.stdout.decode()
    paper.write_bytes(paper.read_bytes().replace(b"obj", b"Obj", 1))
    false = command("verify", str(paper), "--key", str(pem))
    assert (false.returncode, b"NOT a paper" in false.stdout) == (1, True)
    assert "或者被人改过" in false.stdout.decode()
    assert "བཅོས་པ་རེད།" in false.stdout.decode()


def test_the_office_verifies_with_its_own_key(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(desk.drawn(desk.notice("accepted"), "bo"))
    assert command("verify", str(paper), LAMTON_MASTER_KEY=KEY).returncode == 0
    assert command("verify", str(paper), LAMTON_MASTER_KEY=OTHER).returncode == 1


def test_what_cannot_be_verified_is_refused_in_a_sentence(tmp_path: Path) -> None:
    nothing, junk = tmp_path / "nothing.pdf", tmp_path / "junk.pem"
    junk.write_text("no key")
    for words in (("verify", str(nothing)), ("verify", str(junk), "--key", str(junk)), ("verify", str(junk))):
        done = command(*words)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert done.stderr.strip()


def test_a_new_master_key_is_still_what_key_prints() -> None:
    assert len(base64.b64decode(command("key").stdout)) == 32


def test_the_posters_need_no_key_and_no_database(tmp_path: Path) -> None:
    done = command("poster", "--out", str(tmp_path / "wall"), LAMTON_PUBLIC_URL="https://xinfang.example")
    assert done.returncode == 0, done.stderr
    for name in ("route", "procedure"):
        pdf = (tmp_path / "wall" / f"poster-{name}.pdf").read_bytes()
        (page,) = PdfReader(BytesIO(pdf)).pages
        assert [round(float(side)) for side in page.mediabox[2:]] == [842, 1191]  # A3, in points
