"""Districts, kecamatan and desa as people write them."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.regions import (
    RegionMatch,
    districts,
    find_districts,
    fold_region,
    groups,
    kecamatan_names,
    resolve_desa,
    resolve_district,
    resolve_kecamatan,
)

ALIASES = Path(__file__).parents[2] / "shared" / "reference" / "alias_sulsel.csv"


def test_all_districts_are_known() -> None:
    assert len(districts()) == 514
    assert len([kode for kode in districts() if kode.startswith("73.")]) == 24
    barru = districts()["73.11"]
    assert barru == ("73.11", "Barru", "kabupaten", "Sulawesi Selatan", "Kabupaten Barru")
    assert districts()["73.71"].jenis == "kota"
    assert districts()["31.01"].nama == "Kepulauan Seribu"


def test_every_official_name_leads_to_its_code() -> None:
    for kode, one in districts().items():
        assert resolve_district(one.nama_lengkap).kode == kode
        assert resolve_district(one.nama_lengkap.upper()).kode == kode
        assert resolve_district(kode).kode == kode
        mentions = find_districts(f"DATA IKM {one.nama_lengkap.upper()} TAHUN 2021")
        assert [mention.kode for mention in mentions] == [kode]


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("Kab. Jeneponto", "73.04"),
        ("PEMKAB BADUNG", "51.03"),
        ("KOTA PALOPO", "73.73"),
        ("Pangkep", "73.10"),
        ("Kab Pangkajene dan Kepulauan", "73.10"),
        ("Pangkajene & Kepulauan", "73.10"),
        ("Pangkajene Kepulauan", "73.10"),
        ("Pangkajene & Kep.", "73.10"),
        ("Kep. Selayar", "73.01"),
        ("Kab. Kep. Selayar", "73.01"),
        ("Selayar", "73.01"),
        ("Pare-Pare", "73.72"),
        ("Pare Pare", "73.72"),
        ("kota pare’pare", "73.72"),
        ("Kabupaten Luwu", "73.17"),
        ("Luwu utara", "73.22"),
        ("LUWU  TIMUR", "73.24"),
        ("Lutra", "73.22"),
        ("Kab. Lutim", "73.24"),
        ("Tator", "73.18"),
        ("Kab. Torut", "73.26"),
        ("Sidrap", "73.14"),
        ("Kab. Sidereng Rappang", "73.14"),
        ("Bone", "73.08"),
        ("Kabupaten Bone Bolango", "75.03"),
        ("73.11", "73.11"),
        ("73.08", "73.08"),
        ("51.03", "51.03"),
        ("5103", "51.03"),
        ("7371", "73.71"),
        ("7324", "73.24"),
        ("7325", "73.24"),
        ("7302.0", "73.02"),
        ("7308 Bone", "73.08"),
        ("7308 - Kab. Maros", "73.09"),
        ("73.11 Barru", "73.11"),
        ("Pemerintah Kabupaten Barru", "73.11"),
        ("Dinas Perindustrian Kab. Barru", "73.11"),
        ("Dinas Perindustrian dan Perdagangan Kota Makassar", "73.71"),
        (": Kota Makassar", "73.71"),
        ("Makasar", "73.71"),
        ("Kotip Palopo", "73.73"),
        ("Kota Madya Parepare", "73.72"),
        ("Kab/Kota Parepare", "73.72"),
        ("Pemda Barru", "73.11"),
        ("Kab. Bogor", "32.01"),
        ("Kota Bogor", "32.71"),
        ("Kabupaten Gorontalo", "75.01"),
        ("Kota Bima", "52.72"),
        ("Kendari", "74.71"),
        ("Bau-Bau", "74.72"),
        ("Kab. Konsel", "74.05"),
        ("Toli Toli", "72.04"),
        ("Kab. Adm. Kep. Seribu", "31.01"),
        ("Kab. Lima Puluh Kota", "13.07"),
        ("JENEPONTO, SULSEL", "73.04"),
        ("1. Barru", "73.11"),
        ("jeneponto\n", "73.04"),
        ("M A R O S", "73.09"),
        ("K A B . M A R O S", "73.09"),
        ("K O T A  P A L O P O", "73.73"),
        ("KabBarru", "73.11"),
        ("kabbarru", "73.11"),
        ("Jenepoto", "73.04"),
        ("Bulukmba", "73.02"),
        ("Enrekeng", "73.16"),
        ("Kab. Sinjay", "73.07"),
        ("Kab. Pangkajenne dan Kepulauan", "73.10"),
        ("Goa", "73.06"),
    ],
)
def test_a_district_cell(text: str, kode: str) -> None:
    assert resolve_district(text) == (kode, None, ())


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Bogor", {"32.01", "32.71"}),
        ("Bandung", {"32.04", "32.73"}),
        ("Gorontalo", {"75.01", "75.71"}),
        ("Kupang", {"53.01", "53.71"}),
        ("Banjar", {"32.79", "63.03"}),
        ("Pemda Bekasi", {"32.16", "32.75"}),
        ("Luwu Raya", {"73.17", "73.22", "73.24", "73.73"}),
        ("Ajatappareng", {"73.11", "73.14", "73.15", "73.16", "73.72"}),
        ("Bosowa", {"73.08", "73.12", "73.13"}),
        ("Mamminasata", {"73.05", "73.06", "73.09", "73.71"}),
        ("Toraja", {"73.18", "73.26"}),
        ("Kab. Toraja", {"73.18", "73.26"}),
        ("Pangkajene", {"73.10", "73.14"}),
        ("Watampone", {"73.08"}),
        ("Sungguminasa", {"73.06"}),
        ("Makale", {"73.18"}),
        ("Bulukumpa", {"73.02"}),
        ("Banteng", {"73.03"}),
        ("7308", {"73.08", "73.09"}),
        ("7308.0", {"73.08", "73.09"}),
        ("7309", {"73.09", "73.10"}),
        ("7311", {"73.11", "73.08"}),
        ("7308 Gowa", {"73.06", "73.08", "73.09"}),
        ("73.11 Maros", {"73.11", "73.09"}),
        ("73.1", {"73.10", "73.01"}),
        ("3201", {"32.01"}),
        ("Barru dan Maros", {"73.11", "73.09"}),
    ],
)
def test_what_may_be_several_districts_is_asked(text: str, candidates: set[str]) -> None:
    match = resolve_district(text)
    assert (match.kode, match.kode_temuan, set(match.pilihan)) == (None, "WILAYAH_AMBIGU", candidates)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "xyz",
        "9999",
        "Bone Bone",
        "Bone-Bone",
        "Barru Selatan",
        "Kec. Barru",
        "Desa Bone",
        "Penrang",
        "PROVINSI SULAWESI SELATAN",
        "Sulawesi Selatan",
        "Prov. Gorontalo",
        "Kab. Kendari",
        "Kabupaten Makassar",
        "Kota Barru",
        "Teluk Bone",
        "Luwu Selatan",
        "Jumlah",
        "Kabupaten",
        "Kab/Kota",
    ],
)
def test_what_is_no_district(text: str) -> None:
    match = resolve_district(text)
    assert (match.kode, match.kode_temuan) == (None, "WILAYAH_TAK_DIKENAL")


def test_a_wrong_kind_names_the_candidate() -> None:
    assert resolve_district("Kabupaten Makassar").pilihan == ("73.71",)


def test_the_province_settles_a_name_of_several_provinces() -> None:
    assert resolve_district("Banjar", province="63").kode == "63.03"
    assert resolve_district("Bogor", province="32").kode_temuan == "WILAYAH_AMBIGU"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("REKAP USULAN PROGRAM IKM PEMKAB SINJAI KEADAAN BULAN SEPTEMBER TAHUN 2021", [("73.07", "kuat")]),
        ("DATA KOMODITAS UNGGULAN KAB. BARRU 2021", [("73.11", "kuat")]),
        ("DATA SENTRA IKM KENDARI", [("74.71", "lemah")]),
        ("REKAP KUNJUNGAN KERJA GOWA SEMESTER II TAHUN 2021", [("73.06", "lemah")]),
        ("DATA KOMODITAS UNGGULAN DAERAH TATOR TAHUN ANGGARAN 2021", [("73.18", "lemah")]),
        ("peserta pelatihan_KAB. TAKALAR_fix", [("73.05", "kuat")]),
        ("DATA_IKM_KAB. BARRU_2022", [("73.11", "kuat")]),
        ("21 MoU dan PKS Kab. Lutim", [("73.24", "kuat")]),
        ("data_ikm_kabbarru_2022", [("73.11", "kuat")]),
        ("DataIKMKabBarru2022", [("73.11", "kuat")]),
        ("Data sentra Kab Maros baru", [("73.09", "kuat")]),
        ("73.11-Barru", [("73.11", "kuat"), ("73.11", "lemah")]),
        ("7308 Bone", [("73.08", "kuat"), ("73.08", "lemah")]),
        ("Barru, 27 Januari 2022", [("73.11", "lemah")]),
        ("DATA IKM LUWU UTARA", [("73.22", "lemah")]),
        ("TORAJA UTARA 2021", [("73.26", "lemah")]),
        ("KECAMATAN TANETE RILAU KAB. BARRU", [("73.11", "kuat")]),
        ("KAB. JENEPOTO 2021", [("73.04", "kuat")]),
        ("KABUPATEN/KOTA : PAREPARE", [("73.72", "kuat")]),
        ("Kunjungan PEMKAB BADUNG ke Kota Makassar", [("51.03", "kuat"), ("73.71", "kuat")]),
        (
            "KAB. LUWU, KAB. LUWU UTARA DAN KOTA PALOPO",
            [("73.17", "kuat"), ("73.22", "kuat"), ("73.73", "kuat")],
        ),
        ("D A T A  I K M  K A B U P A T E N  M A R O S", [("73.09", "kuat")]),
        ("Batik Kota Batu", [("35.79", "kuat")]),
        ("51.03-Badung", [("51.03", "kuat"), ("51.03", "lemah")]),
    ],
)
def test_districts_in_running_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.kode, one.strength) for one in find_districts(text)] == found


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("sentra 7308 2021", {"73.08", "73.09"}),
        ("Pembinaan Luwu Raya", {"73.17", "73.22", "73.24", "73.73"}),
        ("IKM Bogor 2021", {"32.01", "32.71"}),
        ("DATA IKM TORAJA", {"73.18", "73.26"}),
        ("Sengkang, 3 Mei 2021", {"73.13"}),
        ("KABUPATEN MAKASSAR", {"73.71"}),
    ],
)
def test_doubtful_mentions_name_their_candidates(text: str, candidates: set[str]) -> None:
    (mention,) = find_districts(text)
    assert mention.kode is None
    assert set(mention.ambigu) == candidates


@pytest.mark.parametrize(
    "text",
    [
        "",
        "industri batu bata Malang",
        "Tepung pati dan garut, logam kuningan",
        "satuan batang",
        "KECAMATAN BARRU",
        "Kec. Wajo",
        "Sinjai Selatan",
        "Bone-Bone",
        "Mattiro Bone",
        "Soppeng Riaja",
        "Rantepao",
        "Prov. Sulawesi Selatan",
        "PROVINSI BALI",
        "KABUPATEN/KOTA SE SULAWESI SELATAN",
        "POLITEKNIK ATI MAKASSAR",
        "Pukul 11.05",
        "19.07.2022",
        "Rp 73.110.000",
        "Data 2021",
        "NIK 7311010101800001",
        "Jalan Maros Raya",
        "JUMLAH",
        "KABUPATEN BARU HASIL PEMEKARAN",
    ],
)
def test_text_without_a_district(text: str) -> None:
    assert find_districts(text) == ()


def test_a_mention_says_where_it_stands() -> None:
    text = "DATA IKM KAB. LUWU UTARA TAHUN 2021"
    (mention,) = find_districts(text)
    assert text[mention.start : mention.end] == "KAB. LUWU UTARA"


@pytest.mark.skipif(not ALIASES.exists(), reason="reference list not here")
def test_the_reference_spellings_are_understood() -> None:
    with ALIASES.open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    for row in rows:
        match = resolve_district(row["alias"])
        assert row["kode"] in (match.kode, *match.pilihan), row
        if row["jenis"] == "ibukota":
            assert match.kode is None, row


def test_groups_have_districts_for_members() -> None:
    assert set(groups()) == {"Luwu Raya", "Ajatappareng", "Bosowa", "Mamminasata"}
    assert all(kode in districts() for members in groups().values() for kode in members)


@pytest.mark.parametrize(
    ("text", "district", "match"),
    [
        ("Minasate'ne", "73.10", ("Minasate'ne", "73.10.10", "tepat")),
        ("Minasatene", "73.10", ("Minasate'ne", "73.10.10", "ejaan")),
        ("MINASA TE’NE", "73.10", ("Minasate'ne", "73.10.10", "ejaan")),
        ("Kec. Donri Donri", "73.12", ("Donri-Donri", "73.12.06", "ejaan")),
        ("Panakukang", "73.71", ("Panakkukang", "73.71.09", "ejaan")),
        ("KECAMATAN BARRU", "73.11", ("Barru", "73.11.03", "tepat")),
        ("Tompo Bulu", "73.06", ("Tompobulu", "73.06.03", "ejaan")),
        ("Liukang Tangayya", "73.10", ("Liukang Tangaya", "73.10.01", "ejaan")),
        ("Polongbangkeng Utra", "73.05", ("Polongbangkeng Utara", "73.05.04", "mirip")),
        ("Wajo", "73.71", ("Wajo", "73.71.05", "tepat")),
    ],
)
def test_kecamatan(text: str, district: str, match: tuple[str, str, str]) -> None:
    assert resolve_kecamatan(text, district) == RegionMatch(*match)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Tompobulu", "73.11"),
        ("Barru", "73.09"),
        ("", "73.11"),
        ("Kec.", "73.11"),
        ("Suli", "99.99"),
        ("Bulu", "73.06"),
    ],
)
def test_a_kecamatan_is_looked_for_in_its_district_only(text: str, district: str) -> None:
    assert resolve_kecamatan(text, district) is None


@pytest.mark.parametrize(
    ("text", "district", "kecamatan", "match"),
    [
        ("Desa Tompo", "73.11", None, ("Tompo", "73.11.03.2007", "tepat")),
        ("Kel. Coppo", "73.11", "73.11.03", ("Coppo", "73.11.03.1001", "tepat")),
        ("Kel/Desa: Coppo", "73.11", None, ("Coppo", "73.11.03.1001", "tepat")),
        ("Lembang Sereale", "73.26", None, ("Sereale", "73.26.09.2004", "tepat")),
        ("tonasa", "73.10", "73.10.05", ("Tonasa", "73.10.05.1004", "tepat")),
        ("Sabaru", "73.10", None, ("Sabaru", None, "tepat")),
        ("Sabaru", "73.10", "73.10.02", ("Sabaru", "73.10.02.2003", "tepat")),
        ("Tompobulu", "73.10", None, ("Tompo Bulu", "73.10.05.2005", "ejaan")),
    ],
)
def test_desa(text: str, district: str, kecamatan: str | None, match: tuple[str, str | None, str]) -> None:
    assert resolve_desa(text, district, kecamatan) == RegionMatch(*match)  # type: ignore[arg-type]


def test_unknown_desa() -> None:
    assert resolve_desa("Tompo", "73.11", "73.11.04") is None
    assert resolve_desa("Tompo", "73.11", "73.10.05") is None
    assert resolve_desa("Desa", "73.11") is None


def test_folding_keeps_numbered_villages_apart() -> None:
    assert fold_region("Donri-Donri") == fold_region("DONRI DONRI")
    assert fold_region("Panakkukang") == fold_region("panakukang")
    assert fold_region("Bonto II") == fold_region("bonto 2")
    assert len({fold_region(name) for name in ("Bonto I", "Bonto II", "Bonto III", "Bonto")}) == 4
    assert "minasatene" in kecamatan_names("73.10")
    assert kecamatan_names("00.00") == frozenset()


def test_finding_is_fast_enough_for_thousands_of_titles() -> None:
    find_districts("siap")
    titles = [
        f"REKAP USULAN PROGRAM PENGEMBANGAN IKM PEMKAB SINJAI BULAN JUNI TAHUN 2021 {n}" for n in range(500)
    ]
    begun = time.process_time()
    assert all(find_districts(title) for title in titles)
    assert time.process_time() - begun < 0.5


WORDS = st.sampled_from(
    [
        "Kab.",
        "Kota",
        "Pemkab",
        "/",
        "Luwu",
        "Utara",
        "Bone",
        "73.08",
        "7308",
        "Kec.",
        "M A R O S",
        "-",
        ",",
        "2021",
        "é",
    ]
)


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=8).map(" ".join), st.lists(WORDS, max_size=6).map("".join))
)
def test_no_text_raises(text: str) -> None:
    match = resolve_district(text)
    assert (match.kode is None) == (match.kode_temuan is not None)
    assert match.kode is None or match.kode in districts()
    for mention in find_districts(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert (mention.kode is None) == bool(mention.ambigu)
    assert fold_region(fold_region(text)) == fold_region(text)
    resolve_kecamatan(text, "73.11")
    resolve_desa(text, "73.11", "73.11.03")
