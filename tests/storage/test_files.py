"""What is promised of encrypted files outside the database."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from storage.files import DiskFull, FileDamaged, FileMissing, FileStore

HOUR = timedelta(hours=1)


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def make_old(folder: Path) -> None:
    for path in files_in(folder):
        os.utime(path, (0, 0))


def test_what_was_put_comes_back_by_its_address(tmp_path: Path) -> None:
    address = FileStore(tmp_path).put(b"sealed")
    assert address == hashlib.sha256(b"sealed").hexdigest()
    assert FileStore(tmp_path).get(address) == b"sealed"
    assert files_in(tmp_path) == [tmp_path / address[:2] / address[2:]]


def test_the_same_bytes_twice_are_one_file(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    assert store.put(b"sealed") == store.put(b"sealed")
    assert len(files_in(tmp_path)) == 1


def test_files_and_folders_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    FileStore(folder).put(b"sealed")
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.rglob("*"))


def test_a_file_is_synced_before_and_after_it_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def synced(number: int) -> None:
        steps.append("sync folder" if Path(f"/proc/self/fd/{number}").is_dir() else "sync file")
        fsync(number)

    def renamed(source: str, target: Path) -> None:
        steps.append("rename")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    FileStore(tmp_path).put(b"sealed")
    assert steps == ["sync file", "sync folder", "rename", "sync folder"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EDQUOT])
def test_nothing_is_left_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, reason: int
) -> None:
    store = FileStore(tmp_path)

    def full(*_: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(os, step, full)
    with pytest.raises(DiskFull):
        store.put(b"sealed")
    assert files_in(tmp_path) == []
    monkeypatch.undo()
    assert store.get(store.put(b"sealed")) == b"sealed"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where the system has /dev/full")
def test_a_disk_full_while_writing_is_the_same_typed_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(tmp_path)
    trace = tmp_path / "incoming" / "trace"

    def on_a_full_disk(dir: Path) -> tuple[int, str]:
        trace.touch()
        return os.open("/dev/full", os.O_WRONLY), str(trace)

    monkeypatch.setattr(tempfile, "mkstemp", on_a_full_disk)
    with pytest.raises(DiskFull):
        store.put(b"sealed")
    assert files_in(tmp_path) == []


def test_another_fault_of_the_disk_is_not_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(tmp_path)

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(OSError, match="broken"):
        store.put(b"sealed")
    assert files_in(tmp_path) == []


def test_an_altered_file_is_not_handed_out(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    address = store.put(b"sealed")
    files_in(tmp_path)[0].write_bytes(b"sealeD")
    with pytest.raises(FileDamaged):
        store.get(address)


@pytest.mark.parametrize("address", ["0" * 64, "", "../../etc/passwd", "A" * 64, "0" * 63 + "\n", "٣" * 64])
def test_an_address_that_names_nothing_is_missing(tmp_path: Path, address: str) -> None:
    with pytest.raises(FileMissing):
        FileStore(tmp_path).get(address)


def test_a_removed_file_is_gone_and_removing_again_is_no_error(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    address = store.put(b"sealed")
    store.remove(address)
    store.remove(address)
    with pytest.raises(FileMissing):
        store.get(address)


def test_a_file_whose_commit_never_came_is_swept(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    kept, orphan = store.put(b"named"), store.put(b"orphan")
    (tmp_path / "incoming" / "half").write_bytes(b"written before the power went")
    make_old(tmp_path)
    assert store.sweep({kept}, HOUR) == 2
    assert store.get(kept) == b"named"
    with pytest.raises(FileMissing):
        store.get(orphan)
    assert len(files_in(tmp_path)) == 1


def test_a_file_whose_commit_may_still_come_is_spared(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    address = store.put(b"about to be named")
    assert store.sweep(set(), HOUR) == 0
    assert store.get(address) == b"about to be named"


def test_a_file_put_again_is_young_again(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    store.put(b"sealed")
    make_old(tmp_path)
    store.put(b"sealed")
    assert store.sweep(set(), HOUR) == 0


def test_the_sweep_touches_nothing_that_is_not_ours(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    (tmp_path / "notes.txt").write_text("the operator's own")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "notes.txt").write_text("the operator's own")
    make_old(tmp_path)
    assert store.sweep(set(), HOUR) == 0
