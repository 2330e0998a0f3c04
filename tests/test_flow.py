"""The scheduled flow runs under Prefect's own server and does what ``ikm load`` does."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deliveries import ask
from tests.sheets import Row, write_workbook

HEAD: Row = ("No", "Nama Usaha", "Nama Pemilik", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)")


@pytest.fixture(scope="module")
def server() -> Iterator[None]:
    """A Prefect server for this module alone: it takes some twenty seconds to start."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


def test_the_flow_loads_and_counts_and_a_second_run_finds_nothing_new(
    server: None, inbox: Path, home: Path
) -> None:
    from flows.load import load_flow

    rows: list[Row] = [(n, f"Usaha {n}", f"Pemilik Rahasia {n}", "Kue", n, 1_000_000 + n) for n in (1, 2, 3)]
    title: list[Row] = [("DAFTAR IKM KABUPATEN BARRU TAHUN 2021",), (), HEAD]
    write_workbook(inbox / "barru.xlsx", {"Data": [*title, *rows, (4, *rows[0][1:])]})
    (inbox / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    said: list[str] = []
    keep = logging.Handler()
    keep.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("prefect.flow_runs").addHandler(keep)
    try:
        first = load_flow([str(inbox)], str(home))
        second = load_flow([str(inbox)], str(home))
    finally:
        logging.getLogger("prefect.flow_runs").removeHandler(keep)
    assert first == {
        "berkas": 2,
        "sudah_dimuat": 0,
        "dimuat": 1,
        "ditolak": 1,
        "baris": 3,
        "baris_ditahan": 1,
    }
    assert (second["berkas"], second["sudah_dimuat"], second["baris"]) == (2, 2, 0)
    assert ask(home / "warehouse" / "ikm.duckdb", "SELECT count(*) FROM ikm") == [(3,)]
    assert any("Ringkasan" in line for line in said)
    assert not any("Pemilik Rahasia" in line for line in said)
