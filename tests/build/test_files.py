import errno
import os

import pytest

from hornbook.build.files import CannotWriteError, remove, write_all


def test_files_are_written_with_their_folders(tmp_path):
    write_all({tmp_path / "a" / "b.pdf": b"one", tmp_path / "c.pptx": b"two"})
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"one"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["b.pdf", "c.pptx"]


def test_when_one_file_cannot_be_written_none_is_changed_and_no_half_file_stays(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "blocked").write_bytes(b"a file where a folder should be")
    with pytest.raises(CannotWriteError) as trouble:
        write_all({tmp_path / "a.pdf": b"new", tmp_path / "blocked" / "b.pdf": b"new"})
    assert trouble.value.path == tmp_path / "blocked" / "b.pdf"
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "blocked"]


def test_a_full_disk_is_said_and_leaves_the_old_file(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWriteError, match="No space"):
        write_all({tmp_path / "a.pdf": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_removing_takes_empty_folders_along_and_minds_nothing_that_is_gone(tmp_path):
    (tmp_path / "handouts").mkdir()
    (tmp_path / "handouts" / "old.pdf").write_bytes(b"")
    remove([tmp_path / "handouts" / "old.pdf", tmp_path / "never-there.pdf"])
    assert not (tmp_path / "handouts").exists()


def test_what_was_renamed_goes_back_when_a_later_file_cannot_be(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "c.pdf" / "held").mkdir(parents=True)
    with pytest.raises(CannotWriteError) as trouble:
        write_all({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new", tmp_path / "c.pdf": b"new"})
    assert trouble.value.changed == 0
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "c.pdf"]


def test_an_interruption_while_renaming_puts_everything_back(tmp_path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(b"old")
    link = os.link

    def interrupted(source, target):
        if source.name == "b.pdf":
            raise KeyboardInterrupt
        link(source, target)

    monkeypatch.setattr("os.link", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_where_a_file_has_no_second_name_those_that_are_new_are_counted(tmp_path, monkeypatch):
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("os.link", refused)
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "c.pdf" / "held").mkdir(parents=True)
    with pytest.raises(CannotWriteError) as trouble:
        write_all({tmp_path / "a.pdf": b"new", tmp_path / "c.pdf": b"new"})
    assert trouble.value.changed == 1


def test_what_a_killed_build_left_is_taken_away_and_the_files_of_others_are_not(tmp_path):
    for name in (".a.pdf.4711.part", ".a.pdf.4711.old", ".notes.part", "b.4711.part"):
        (tmp_path / name).write_bytes(b"")
    write_all({tmp_path / "a.pdf": b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".notes.part", "a.pdf", "b.4711.part"]
