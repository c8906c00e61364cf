"""Kits on a real cluster of Dask, in processes of its own on this machine."""

import os
import signal
import sys
import threading
import time

import pytest
from msgspec.structs import replace

from hornbook.build.batch.bundle import as_at_home, beside, pack, unpacked
from hornbook.build.batch.cluster import Cluster
from hornbook.build.batch.failures import NoClusterError, OtherVersionsError
from hornbook.build.batch.kits import make_kit
from hornbook.build.batch.rows import read_rows
from support.batches import LESSON, ROWS, batched, kits, table, work_in
from support.counts import LONG
from support.pictures import png

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("cluster")]
FEW = 200 if LONG else 12
ENOUGH_TO_KILL = 200 if LONG else 60


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as workers:
        yield workers


def districts(count: int) -> list[dict[str, str]]:
    return [{"district": f"District {number}", "phone": f"555-{number:04}"} for number in range(1, count + 1)]


def places(tmp_path, *names):
    for name in names:
        (tmp_path / name).mkdir()
        yield tmp_path / name


def test_a_cluster_makes_the_same_bytes_and_the_same_manifest_as_one_process(tmp_path, cluster):
    here, there = places(tmp_path, "here", "there")
    first = batched(here, table(here, districts(FEW)), only=())
    result = batched(there, table(there, districts(FEW)), only=(), runner=Cluster(cluster.scheduler_address, 2))
    assert (result.counts.made, result.counts.failed) == (FEW, 0)
    assert kits(here) == kits(there)
    for name in ("manifest.csv", "manifest.json"):
        assert (here / "kits" / name).read_bytes() == (there / "kits" / name).read_bytes()
    assert [(told.diagnostic.code, told.count) for told in result.told] == [(told.diagnostic.code, told.count) for told in first.told]  # fmt: skip
    assert batched(there, there / "rows.csv", only=()).counts.fresh == FEW


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix")
def test_workers_that_are_killed_during_the_run_cost_no_kit_and_no_byte(tmp_path, cluster):
    here, there = places(tmp_path, "here", "there")
    batched(here, table(here, districts(ENOUGH_TO_KILL)))
    killed = []

    def kill():
        while len(list((there / "kits").glob("*/rain.pptx"))) < 6:
            time.sleep(0.01)
        with distributed.Client(cluster.scheduler_address) as client:
            killed.append(min(client.run(os.getpid).values()))
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    result = batched(there, table(there, districts(ENOUGH_TO_KILL)), runner=Cluster(cluster.scheduler_address, 2))
    killer.join()
    assert killed
    assert (result.counts.made, result.counts.failed) == (ENOUGH_TO_KILL, 0)
    assert kits(here) == kits(there)


def test_files_that_rows_name_travel_with_them(tmp_path, cluster):
    (tmp_path / "nurse.yaml").write_text("region: US\ncontacts:\n  - {id: nurse, name: The nurse, what: Anyone, call: 555-0177, seen_on: 2026-11-24}\n")  # fmt: skip
    rows = table(tmp_path, [{**ROWS[0], "contacts": "nurse.yaml"}, {**ROWS[1], "contacts": "none.yaml"}])
    lesson = LESSON + "  - {title: Help, help: all}\n"
    result = batched(tmp_path, rows, lesson=lesson, runner=Cluster(cluster.scheduler_address, 2))
    assert (result.counts.made, result.counts.failed) == (1, 1)
    assert [told.rows for told in result.told if told.diagnostic.code == "HB141"] == [[2]]


def test_logos_travel_too(tmp_path, cluster):
    """The organisation's once, that of a row with its row."""
    (tmp_path / "ours.png").write_bytes(png(40, 20))
    (tmp_path / "row.png").write_bytes(png(30, 30))
    (tmp_path / "hornbook.yaml").write_text("organisation: {name: Ours, logo: ours.png}\n")
    rows = table(tmp_path, [{**ROWS[0], "name": "A row", "logo": "row.png"}, {**ROWS[1], "name": "", "logo": ""}])
    result = batched(tmp_path, rows, runner=Cluster(cluster.scheduler_address, 2))
    assert (result.counts.made, result.counts.failed) == (2, 0), result.told


def test_a_scheduler_that_is_not_there_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("hornbook.build.batch.cluster._PATIENCE", 0.5)
    with pytest.raises(NoClusterError, match=r"tcp://127\.0\.0\.1:1"):
        batched(tmp_path, runner=Cluster("tcp://127.0.0.1:1", 2))


def test_a_bundle_makes_the_kit_where_there_is_no_workspace_and_its_messages_speak_of_home(tmp_path):
    rows = table(tmp_path)
    work = work_in(tmp_path, rows, lesson=LESSON.replace("points:", "pionts:"))
    bundle = pack(work)
    assert "decks/rain/lesson.yaml" in bundle.files
    there = unpacked(bundle, beside(work, ()))
    assert not there.place.path.is_relative_to(tmp_path)
    row = next(read_rows(rows, "rows.csv"))
    kit, home = as_at_home(make_kit(there, row), there, work), make_kit(work, row)
    assert [(str(found.span), found.message) for found in kit.diagnostics] == [
        (str(found.span), found.message) for found in home.diagnostics
    ]


def test_a_worker_with_other_libraries_refuses(tmp_path):
    bundle = pack(work_in(tmp_path, table(tmp_path)))
    with pytest.raises(OtherVersionsError, match="reportlab-0"):
        unpacked(replace(bundle, versions=("hornbook-0", "reportlab-0")), {})
