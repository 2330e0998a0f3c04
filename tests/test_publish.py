"""What is published: whole, current, masked, commented; and that readers never see less than that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from schemas.reports import spec, specs
from tests.deliveries import ask, businesses, delivery, frame, load
from warehouse import publish as publish_module
from warehouse.digest import digest
from warehouse.keys import masking_key, pseudonyms
from warehouse.publish import Published, PublishError, publish
from warehouse.records import BorrowedCell, ColumnOrigin, FindingRow, HeldRow
from warehouse.scrubbing import HIDDEN

# Enough where the content does not matter: a publication of all twelve takes a second.
IKM = (spec("ikm"),)
NIK = "7311014508790001"
PHONE = "+6281255501234"
SECRETS = ("Sitti Rahasia", NIK, PHONE, "Lorong Tersembunyi 9", "081255501234")
PERSON = {
    "nama_usaha": "Abon Lestari", "nama_pemilik": SECRETS[0], "nik": NIK, "telepon": PHONE, "alamat": SECRETS[3],
    "kecamatan": "Barru", "komoditas": "Abon ikan", "tenaga_kerja": 4, "jenis_kelamin": "P",
}  # fmt: skip


def finding(kolom: str | None, kode: str, value: str, text: str, personal: bool) -> FindingRow:
    return FindingRow("a.xlsx", "Sheet1", 5, kolom, "C5", kode, "peringatan", value, text, personal)


def planted() -> list[Any]:
    """Deliveries that hold personal data wherever an officer can put them."""
    held = [HeldRow(40, {"nama_pemilik": SECRETS[0], "Ibu kandung": SECRETS[0], "nik": NIK, "komoditas": f"Abon {NIK}",
                         "kecamatan": "Barru"}, ["GANDA"])]  # fmt: skip
    findings = [
        finding("nik", "NIK_TIDAK_SAH", NIK, f"NIK {NIK} tidak sah.", True)._replace(
            penjelasan=f"Menurut {SECRETS[0]} benar"
        ),
        finding("alamat", "PRESISI_HILANG", SECRETS[3], f"Isi {SECRETS[3][:10]}… rusak.", False),
        finding(
            None, "KOLOM_TAK_DIKENAL", f"HP {SECRETS[4]}", f"Tajuk HP {SECRETS[4]} tidak dikenal.", False
        ),
        finding("tenaga_kerja", "BUKAN_ANGKA", "banyak", "Isi banyak bukan angka.", False)._replace(
            penjelasan=f"Belum dihitung, hubungi {SECRETS[4]}"
        ),
    ]
    columns = [ColumnOrigin(name, "B", "Tajuk") for name in ("nama_usaha", "nama_pemilik", "nik")]
    columns.append(ColumnOrigin("telepon", "E", f"HP {SECRETS[4]}"))
    training = {"nama_peserta": SECRETS[0], "nik": NIK, "nama_usaha": "Abon Lestari", "kecamatan": "Barru",
                "nama_kegiatan": f"Pelatihan, hubungi {SECRETS[4]}"}  # fmt: skip
    return [
        delivery("ikm", [PERSON, *businesses(0, 3)], "a.xlsx", held=held, findings=findings, columns=columns),
        delivery(
            "ikm", [{**PERSON, "tenaga_kerja": 5}, *businesses(0, 3)], "a (revisi).xlsx", columns=columns
        ),
        delivery("peserta", [training], "b.xlsx"),
        delivery(
            "peserta", [{**training, "nik": None, "nama_usaha": "  ABON  LESTARI"}], "c.xlsx", periode="2022"
        ),
        delivery("kerja_sama", [{"mitra": "Politeknik", "tentang": "Pelatihan"}], "d.xlsx"),
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    home = tmp_path_factory.mktemp("rumah")
    load(home, *planted())
    yield publish(home, specs(), masking_key(home))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    load(tmp_path, delivery("ikm", businesses(0, 5), "a.xlsx"))
    return tmp_path


def relations(path: Path) -> list[tuple[str, str]]:
    found = ask(
        path,
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'ikm' UNION ALL "
        "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = 'ikm' AND NOT internal",
    )
    return [(str(schema), str(name)) for schema, name in found]


def test_current_rows_and_history(made: Published) -> None:
    for path in made[:2]:
        assert ask(
            path, "SELECT count(*), sum(tenaga_kerja) FILTER (nama_usaha = 'Abon Lestari') FROM ikm"
        ) == [(4, 5)]
        assert ask(path, "SELECT count(*), count(berlaku_sampai) FROM riwayat.ikm") == [(8, 4)]
        assert ask(path, "SELECT DISTINCT status FROM kiriman ORDER BY 1") == [("digantikan",), ("dimuat",)]
        assert ask(path, "SELECT count(isi_berlaku_sampai), count(berlaku_dari) FROM riwayat.kerja_sama") == [
            (0, 1)
        ]


def test_rows_stand_by_period_and_district(tmp_path: Path) -> None:
    for n, (code, period) in enumerate([("73.11", "2022"), ("73.10", "2022"), ("73.11", "2021")]):
        load(tmp_path, delivery("ikm", businesses(10 * n, 2), f"{n}.xlsx", kode_wilayah=code, periode=period))
    path = publish(tmp_path, IKM, masking_key(tmp_path)).umum
    assert ask(path, "SELECT periode, kode_wilayah FROM ikm")[::2] == [
        ("2021", "73.11"),
        ("2022", "73.10"),
        ("2022", "73.11"),
    ]


def test_nothing_personal_in_any_cell_or_byte_of_the_masked_file(made: Published) -> None:
    tables = [f'SELECT CAST(t AS VARCHAR) FROM {schema}."{name}" t' for schema, name in relations(made.umum)]
    cells = [str(cell) for (cell,) in ask(made.umum, " UNION ALL ".join(tables))]
    text = "\n".join(cells)
    raw = made.umum.read_bytes()
    digits = f"{PHONE[3:]}"
    for secret in (*SECRETS, digits, "Pemilik 1", "Jalan Rahasia 1"):
        assert secret not in text
        assert secret.encode() not in raw


def test_the_restricted_file_has_everything(made: Published) -> None:
    row = ask(
        made.terbatas, "SELECT nama_pemilik, nik, telepon, alamat FROM ikm WHERE nama_usaha = 'Abon Lestari'"
    )
    assert row == [(SECRETS[0], NIK, PHONE, SECRETS[3])]
    assert ask(made.terbatas, f"SELECT count(*) FROM temuan WHERE nilai = '{NIK}'") == [(1,)]
    assert ask(made.terbatas, "SELECT isi->>'Ibu kandung' FROM karantina") == [(SECRETS[0],)]


def test_masked_findings_and_held_rows_stay_useful(made: Published) -> None:
    found = dict(ask(made.umum, "SELECT kode, pesan FROM temuan"))
    assert found["BUKAN_ANGKA"] == "Isi banyak bukan angka."
    explained = dict(ask(made.umum, "SELECT kode, penjelasan FROM temuan WHERE penjelasan IS NOT NULL"))
    assert explained == {"NIK_TIDAK_SAH": HIDDEN, "BUKAN_ANGKA": f"Belum dihitung, hubungi {HIDDEN}"}
    assert found["NIK_TIDAK_SAH"] == f"NIK {HIDDEN} tidak sah."
    assert found["KOLOM_TAK_DIKENAL"].startswith("Tajuk HP ")
    assert ask(made.umum, "SELECT isi->>'kecamatan', isi->>'nik', isi->>'komoditas' FROM karantina") == [
        ("Barru", HIDDEN, f"Abon {HIDDEN}")
    ]
    assert ask(made.umum, "SELECT jenis_kelamin FROM ikm WHERE nama_usaha = 'Abon Lestari'") == [("P",)]


def test_keys_join_people_and_businesses_across_tables_years_and_files(made: Published) -> None:
    joined = ask(
        made.umum,
        "SELECT p.periode, i.orang_kunci = p.orang_kunci, i.usaha_kunci = p.usaha_kunci, p.orang_dasar "
        "FROM ikm i CROSS JOIN peserta p WHERE i.nama_usaha = 'Abon Lestari' ORDER BY 1",
    )
    assert joined == [("2021", True, True, "nik"), ("2022", False, True, "nama")]
    keys = "SELECT kiriman_id, baris, orang_kunci, usaha_kunci FROM ikm ORDER BY ALL"
    assert ask(made.umum, keys) == ask(made.terbatas, keys)
    assert len(set(ask(made.umum, "SELECT orang_kunci FROM ikm"))) == 4


def test_pseudonyms_depend_on_the_key(tmp_path: Path) -> None:
    texts = pl.Series(["nik|1", "nik|1", None, "nik|2"])
    first, second = pseudonyms(texts, b"a" * 32), pseudonyms(texts, b"b" * 32)
    assert first.height == 2 and set(first["samaran"]).isdisjoint(second["samaran"])
    key = masking_key(tmp_path)
    assert key == masking_key(tmp_path) and len(key) == 32
    assert (tmp_path / "kunci" / "masker.key").stat().st_mode & 0o777 == 0o600


def test_a_value_leads_back_to_its_cell(tmp_path: Path) -> None:
    columns = [
        ColumnOrigin("nama_usaha", "B", "Nama"),
        ColumnOrigin("kecamatan", "C", "Kec."),
        ColumnOrigin("nilai_investasi", "D", "Investasi (Rp 000)", 1000),
    ]
    raw = pl.Series("mentah", [["Usaha 0", "Barru", "1.000"], ["Usaha 1", '"', "2.000"]])
    good = frame("ikm", businesses(0, 2), "73.11").with_columns(raw)
    below = [BorrowedCell(6, "kecamatan", "C5", "tanda sama")]
    load(tmp_path, delivery("ikm", [], "a.xlsx", good=good, rows_in=4, columns=columns, elsewhere=below))
    path = publish(tmp_path, IKM, masking_key(tmp_path)).terbatas
    assert ask(path, "SELECT baris, kolom, sel, mentah, skala FROM asal ORDER BY baris, kolom") == [
        (5, "kecamatan", "C5", "Barru", 1),
        (5, "nama_usaha", "B5", "Usaha 0", 1),
        (5, "nilai_investasi", "D5", "1.000", 1000),
        (6, "kecamatan", "C5", '"', 1),
        (6, "nama_usaha", "B6", "Usaha 1", 1),
        (6, "nilai_investasi", "D6", "2.000", 1000),
    ]


def test_both_files_have_the_same_tables(made: Published) -> None:
    assert set(relations(made.terbatas)) == set(relations(made.umum))


def test_everything_has_a_comment_in_both_languages(made: Published) -> None:
    for path in made[:2]:
        bare = ask(
            path,
            "SELECT schema_name, table_name, '' FROM duckdb_tables() "
            "WHERE database_name = 'ikm' AND NOT coalesce(contains(comment, ' | '), false) "
            "UNION ALL SELECT schema_name, view_name, '' FROM duckdb_views() "
            "WHERE database_name = 'ikm' AND NOT internal AND NOT coalesce(contains(comment, ' | '), false) "
            "UNION ALL SELECT schema_name, table_name, column_name FROM duckdb_columns() "
            "WHERE database_name = 'ikm' AND NOT internal AND NOT coalesce(contains(comment, ' | '), false)",
        )
        assert bare == []


def test_permissions(made: Published) -> None:
    assert made.umum.stat().st_mode & 0o777 == 0o444
    assert made.terbatas.stat().st_mode & 0o777 == 0o600
    assert made.terbatas.parent.stat().st_mode & 0o777 == 0o700


def test_nothing_new_publishes_nothing(home: Path) -> None:
    key = masking_key(home)
    first = publish(home, IKM, key)
    inode = first.umum.stat().st_ino
    assert first.baru and not publish(home, IKM, key).baru
    assert first.umum.stat().st_ino == inode
    first.terbatas.unlink()
    assert publish(home, IKM, key).baru and first.terbatas.exists()
    load(home, delivery("ikm", businesses(50, 2), "b.xlsx"))
    assert publish(home, IKM, key).baru
    assert publish(home, IKM, b"x" * 32).baru


def test_a_damaged_published_file_is_made_again(home: Path) -> None:
    path = publish(home, IKM, masking_key(home)).umum
    path.chmod(0o644)
    path.write_bytes(b"rusak")
    assert publish(home, IKM, masking_key(home)).baru
    assert ask(path, "SELECT count(*) FROM ikm") == [(5,)]


def test_readers_keep_what_they_opened_and_stale_logs_go(home: Path) -> None:
    path = publish(home, IKM, masking_key(home)).umum
    reader = duckdb.connect(":memory:")
    reader.execute(f"ATTACH '{path}' AS ikm (READ_ONLY)")
    load(home, delivery("ikm", businesses(50, 2), "b.xlsx"))
    path.with_name("ikm.duckdb.wal").write_bytes(b"sisa")
    publish(home, IKM, masking_key(home))
    assert reader.execute("SELECT count(*) FROM ikm.main.ikm").fetchall() == [(5,)]
    reader.execute("DETACH ikm")
    assert not path.with_name("ikm.duckdb.wal").exists()
    reader.close()
    assert ask(path, "SELECT count(*) FROM ikm") == [(7,)]


def test_a_crash_while_publishing_leaves_the_old_files(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = publish(home, IKM, masking_key(home)).umum
    load(home, delivery("ikm", businesses(50, 2), "b.xlsx"))

    def failing(fresh: Path, target: Path) -> None:
        raise RuntimeError("listrik padam")

    with monkeypatch.context() as broken:
        broken.setattr(publish_module, "swap_in", failing)
        with pytest.raises(RuntimeError):
            publish(home, IKM, masking_key(home))
    assert path.with_name("ikm.duckdb.baru").exists()
    assert ask(path, "SELECT count(*) FROM ikm") == [(5,)]
    assert publish(home, IKM, masking_key(home)).baru
    assert ask(path, "SELECT count(*) FROM ikm") == [(7,)]
    assert sorted(one.name for one in path.parent.glob("ikm.duckdb*")) == ["ikm.duckdb"]


def test_encryption_is_done_or_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKM_KUNCI", "kata sandi")
    monkeypatch.setattr(publish_module, "_packaged_httpfs", list)
    try:
        made = publish(home, IKM, masking_key(home))
    except PublishError as refused:
        assert refused.key == "kunci_tanpa_httpfs"
        assert not (home / "warehouse" / "ikm.duckdb").exists()
    else:
        with pytest.raises(duckdb.Error):
            ask(made.terbatas, "SELECT 1")


def test_digest_tells_content_apart_and_not_order(tmp_path: Path) -> None:
    homes = [tmp_path / name for name in ("satu", "dua", "tiga")]
    files = [
        delivery("ikm", businesses(0, 5), "a.xlsx"),
        delivery("ikm", businesses(50, 5), "b.xlsx", periode="2022"),
    ]
    load(homes[0], *files)
    load(homes[1], *reversed(files))
    load(homes[2], files[0])
    digests = [digest(publish(home, IKM, b"k" * 32).terbatas) for home in homes]
    assert digests[0] == digests[1] != digests[2]
    assert digests[0]["main.ikm"].startswith("10:")
    assert "main.ikm" in digest(homes[0] / "warehouse" / "ikm.duckdb", without=("kiriman_id",))


def test_an_empty_warehouse_can_be_published(tmp_path: Path) -> None:
    made = publish(tmp_path, specs(), masking_key(tmp_path))
    assert ask(made.umum, "SELECT count(*) FROM v_kelengkapan") == [(0,)]
    assert os.access(made.terbatas, os.R_OK)
