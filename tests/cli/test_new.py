"""What `new` writes is a lesson that nothing has to be said against."""

import subprocess

from support.running import hornbook


def test_a_new_lesson_is_clean(tmp_path):
    made = hornbook(tmp_path, "new", "rain", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert made.returncode == 0
    checked = hornbook(tmp_path, "check", "rain", "--strict", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert (checked.returncode, checked.stderr.decode().strip()) == (0, "Nothing to say: all is well.")
