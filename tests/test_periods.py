"""Reporting periods in titles, labels and names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.periods import combine, contains, find_periods, period_of

SUFFIXES = ["", "-S1", "-S2", "-T1", "-T2", "-T3", "-T4", *[f"-{month:02d}" for month in range(1, 13)]]
CODES = [f"{year}{suffix}" for year in (2016, 2020, 2021) for suffix in SUFFIXES]


@pytest.mark.parametrize(
    ("kode", "first", "last", "grain"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "tahun"),
        ("2021-S1", date(2021, 1, 1), date(2021, 6, 30), "semester"),
        ("2021-S2", date(2021, 7, 1), date(2021, 12, 31), "semester"),
        ("2021-T2", date(2021, 4, 1), date(2021, 6, 30), "triwulan"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "bulan"),
    ],
)
def test_the_days_of_a_period(kode: str, first: date, last: date, grain: str) -> None:
    assert period_of(kode) == (kode, first, last, grain)


@pytest.mark.parametrize(
    "kode", ["", "21", "2021-T5", "2021-S3", "2021-13", "2021-7", "2021-00", "0000", "2021-", " 2021"]
)
def test_other_codes_are_refused(kode: str) -> None:
    with pytest.raises(ValueError):
        period_of(kode)


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("TAHUN 2021", "2021"),
        ("T.A. 2021", "2021"),
        ("TA 2021", "2021"),
        ("T.A 2022", "2022"),
        ("Thn. 2021", "2021"),
        ("TAHUN ANGGARAN 2022", "2022"),
        ("Tahun: 2021", "2021"),
        ("2022", "2022"),
        ("2021.0", "2021"),
        ("TAHUN 1998", "1998"),
        ("TAHAP II TAHUN 2022", "2022"),
        ("SEMBAKO 2 2022", "2022"),
        ("TW II 2022", "2022-T2"),
        ("TW. IV TAHUN 2020", "2020-T4"),
        ("TW-I/2022", "2022-T1"),
        ("TW 2 2022", "2022-T2"),
        ("TRIWULAN III TAHUN 2023", "2023-T3"),
        ("TRIWULAN lll 2021", "2021-T3"),
        ("TRI WULAN II 2022", "2022-T2"),
        ("TW ı 2022", "2022-T1"),
        ("TW İİ 2022", "2022-T2"),
        ("TAHUN\u00a02021", "2021"),
        ("TRIWUALN II 2021", "2021-T2"),
        ("Triwulan ke-2 Tahun 2021", "2021-T2"),
        ("Triwulan Pertama 2021", "2021-T1"),
        ("Trw 2/2021", "2021-T2"),
        ("Tribulan I 2021", "2021-T1"),
        ("Q1 2022", "2022-T1"),
        ("s.d. TW III 2022", "2022-T3"),
        ("2022 Triwulan II", "2022-T2"),
        ("2022_TW_II", "2022-T2"),
        ("TRIWULAN II (APRIL - JUNI) 2022", "2022-T2"),
        ("TW I-II 2021", "2021-S1"),
        ("TW I & TW II 2021", "2021-S1"),
        ("TW I, II 2022", "2022-S1"),
        ("Triwulan I s/d IV 2021", "2021"),
        ("SEMESTER 1 2022", "2022-S1"),
        ("Smt II 2021", "2021-S2"),
        ("SEMSTER I TAHUN 2022", "2022-S1"),
        ("Semester II T.A. 2023", "2023-S2"),
        ("TAHUN 2021 SEMESTER I", "2021-S1"),
        ("Semester I dan II 2021", "2021"),
        ("SmtI2023", "2023-S1"),
        ("KEADAAN BULAN JUNI TAHUN 2022", "2022-06"),
        ("BULAN JULI 2022", "2022-07"),
        ("Oktober 2021", "2021-10"),
        ("Pebruari 2021", "2021-02"),
        ("Nopember 2020", "2020-11"),
        ("Agt 2021", "2021-08"),
        ("Des. 2022", "2022-12"),
        ("Okt-21", "2021-10"),
        ("Desember'22", "2022-12"),
        ("SEPTMBER 2021", "2021-09"),
        ("Keadaan s.d. Desember 2023", "2023-12"),
        ("KEADAAN S/D BULAN JUNI 2021", "2021-06"),
        ("Per 31 Desember 2023", "2023-12"),
        ("KEADAAN : 30 JUNI 2022", "2022-06"),
        ("Januari s.d. Juni 2021", "2021-S1"),
        ("JANUARI S.D MARET TAHUN 2022", "2022-T1"),
        ("Januari - Maret 2021", "2021-T1"),
        ("BULAN APRIL S/D JUNI TAHUN 2021", "2021-T2"),
        ("April, Mei dan Juni 2021", "2021-T2"),
        ("Juli sampai dengan Desember 2021", "2021-S2"),
        ("Januari 2021 s.d. Juni 2021", "2021-S1"),
        ("Januari s.d. Desember 2021", "2021"),
        ("1 Januari s.d. 31 Desember 2021", "2021"),
        ("Jan-Jun 2021", "2021-S1"),
        ("KAB. BARRU, JULI 2022", "2022-07"),
        ("2021-T2", "2021-T2"),
        ("rekap_2021-S2", "2021-S2"),
        ("2021-07", "2021-07"),
        ("07-2021", "2021-07"),
        ("DATA_IKM_KAB. BARRU_2022", "2022"),
        ("Kunjungan_KAB. LUWU_Smt I 2023_(revisi)", "2023-S1"),
        ("rekap TW I 2022", "2022-T1"),
        ("RekapTwII2022", "2022-T2"),
        ("DataIKMJuni2022", "2022-06"),
        ("Pasar Murah Desember 2021 (1)", "2021-12"),
        ("sentra 7308 2021", "2021"),
        ("Permenperin 64/2016 TAHUN 2021", "2021"),
    ],
)
def test_a_text_that_names_one_period(text: str, kode: str) -> None:
    choice = combine(find_periods(text))
    assert (choice.kode, choice.kode_temuan) == (kode, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ikm (1)",
        "Data Sentra Kab Maros",
        "Barru, 27 Januari 2022",
        "Barru,      Juli 2022",
        "Sengkang, ........ 2022",
        "19-25 Juli 2022",
        "3 s/d 5 Mei 2021",
        "28 Feb – 3 Mar 2022",
        "19.07.2022",
        "19/7/22",
        "2021-07-19",
        "45 Maret 2022",
        "Nomor 12 Tahun 2021",
        "PP 7/2021",
        "1234567890123",
        "Rp 2.021.000",
        "7311",
        "2000 unit",
        "Mar",
        "semester ganjil",
        "TW III",
        "Juni",
        "Januari s/d September 2021",
        "Maret s.d. Mei 2021",
        "Januari, Maret 2021",
        "TW I s.d. III 2021",
        "TW I dan III 2022",
        "TAHUN 2020-2021",
        "2020/2021",
        "2019 s.d. 2021",
        "Oktober 2020 s.d. Maret 2021",
    ],
)
def test_a_text_that_settles_no_period(text: str) -> None:
    choice = combine(find_periods(text))
    assert (choice.kode, choice.kode_temuan) == (None, "PERIODE_TAK_DIKENAL")


@pytest.mark.parametrize(
    ("text", "bagian"),
    [
        ("TW III", "T3"),
        ("Triwulan: III", "T3"),
        ("Semester I", "S1"),
        ("smt 1", "S1"),
        ("Juni", "06"),
        ("BULAN MEI", "05"),
    ],
)
def test_a_part_without_its_year(text: str, bagian: str) -> None:
    (mention,) = find_periods(text)
    assert (mention.kind, mention.bagian, mention.tahun, mention.kode) == ("bagian", bagian, None, None)


@pytest.mark.parametrize(
    ("texts", "kode", "finding"),
    [
        (["Triwulan: III", "Tahun: 2021"], "2021-T3", None),
        (["2021", "TW II 2021"], "2021-T2", None),
        (["TW II 2021", "Mei 2021", "2021"], "2021-05", None),
        (["SEMESTER I TAHUN 2021", "DATA IKM 2021 TW II"], "2021-T2", None),
        (["TAHUN 2022", "Barru, 27 Januari 2023"], "2022", None),
        (["TW I 2021", "TW III 2021"], None, "PERIODE_BERTENTANGAN"),
        (["TRIWULAN III TAHUN 2022", "rekap TW I 2022"], None, "PERIODE_BERTENTANGAN"),
        (["2021", "2022"], None, "PERIODE_BERTENTANGAN"),
        (["TW III", "Juni", "2022"], None, "PERIODE_BERTENTANGAN"),
        (["TW III", "2021", "2022"], None, "PERIODE_BERTENTANGAN"),
        (["Smt II 2021", "TW II 2021"], None, "PERIODE_BERTENTANGAN"),
        (["TW III", "Data Sentra"], None, "PERIODE_TAK_DIKENAL"),
        (["TAHUN 2021", "Januari s.d. September 2021"], None, "PERIODE_TAK_DIKENAL"),
        ([], None, "PERIODE_TAK_DIKENAL"),
    ],
)
def test_what_several_texts_agree_on(texts: list[str], kode: str | None, finding: str | None) -> None:
    choice = combine([mention for text in texts for mention in find_periods(text)])
    assert (choice.kode, choice.kode_temuan) == (kode, finding)


def test_a_contradiction_names_both_sides() -> None:
    assert combine([*find_periods("TW I 2021"), *find_periods("TW III 2021")]).pilihan == (
        "2021-T1",
        "2021-T3",
    )


def test_a_signature_day_is_marked() -> None:
    text = "Barru, 27 Januari 2022"
    (mention,) = find_periods(text)
    assert (mention.kind, mention.kode, text[mention.start : mention.end]) == (
        "tanggal",
        "2022-01",
        "27 Januari 2022",
    )


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("2021", "2021-T2", True),
        ("2021-S1", "2021-06", True),
        ("2021-T2", "2021-T2", True),
        ("2021-S1", "2021-T3", False),
        ("2021-06", "2021", False),
        ("2021", "2022-01", False),
    ],
)
def test_periods_within_periods(outer: str, inner: str, inside: bool) -> None:
    assert contains(outer, inner) is inside


@given(st.sampled_from(CODES))
def test_a_code_is_found_as_written(kode: str) -> None:
    assert combine(find_periods(f"rekap {kode} fix")).kode == kode


MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober"]


@given(
    st.integers(1, 10),
    st.integers(2010, 2035),
    st.sampled_from(["{} {}", "BULAN {} TAHUN {}", "x_{}_{}_(1)"]),
)
def test_a_month_and_its_year(month: int, year: int, form: str) -> None:
    text = form.format(MONTHS[month - 1], year)
    assert (
        combine(find_periods(text)).kode == combine(find_periods(text.upper())).kode == f"{year}-{month:02d}"
    )


PIECES = st.sampled_from(
    [
        "TW",
        "I",
        "III",
        "Semester",
        "2",
        "2021",
        "2022",
        "Juni",
        "s.d.",
        "-",
        "/",
        "19",
        "Tahun",
        ",",
        "Mei",
        ".",
        "07",
    ]
)


@given(
    st.one_of(
        st.text(), st.lists(PIECES, max_size=9).map(" ".join), st.lists(PIECES, max_size=7).map("".join)
    )
)
def test_no_text_raises(text: str) -> None:
    mentions = find_periods(text)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        if mention.kode is not None:
            assert period_of(mention.kode).jenis == mention.tingkat
    choice = combine(mentions)
    assert (choice.kode is None) == (choice.kode_temuan is not None)
