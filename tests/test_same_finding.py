"""Findings recognised again in a later file."""

from __future__ import annotations

from typing import Any

import pytest

from flows.same_finding import SAME_DOUBT, SAME_FAULT, Said, recognised, row_of

ROW = row_of(["nama_usaha", "tenaga_kerja", "telepon"], ["Usaha A", " 4  orang ", None])
OTHER_ROW = row_of(["nama_usaha", "tenaga_kerja"], ["Usaha B", "4 orang"])


def said(**more: Any) -> Said:
    given: dict[str, Any] = {
        "asal": "73.11", "laporan": "ikm", "kode": "BUKAN_ANGKA", "kolom": "tenaga_kerja", "nilai": "empat",
        "lembar": "IKM", "baris": 6, "sel": "G6", "pesan": "Kolom Tenaga kerja …", "isi": ROW,
    }  # fmt: skip
    return Said(**(given | more))


@pytest.mark.parametrize(
    ("old", "new", "fault", "doubt"),
    [
        (said(), said(), True, True),
        (said(), said(baris=9, sel="G9", pesan="lain"), True, True),
        (said(), said(isi=OTHER_ROW), True, True),
        (said(), said(isi=OTHER_ROW, pesan="lain"), True, False),
        (said(), said(isi=OTHER_ROW, pesan="lain", baris=9, sel="G9"), True, False),
        (said(), said(nilai="lima"), False, False),
        (said(), said(kode="DI_LUAR_RENTANG"), False, False),
        (said(), said(kolom="nilai_produksi"), False, False),
        (said(), said(laporan="rekap", isi=OTHER_ROW, baris=9, sel="G9", pesan="lain"), False, False),
        (said(nilai=None), said(nilai=None, isi=OTHER_ROW, baris=9, sel="G9", pesan="lain"), False, False),
        (said(nilai=None), said(nilai=None, isi=OTHER_ROW, pesan="lain"), True, False),
        (said(isi=frozenset()), said(isi=frozenset(), asal="73.06"), True, False),
    ],
)
def test_one_finding(old: Said, new: Said, fault: bool, doubt: bool) -> None:
    assert recognised([old], [new], SAME_FAULT) == ({0: 0} if fault else {})
    assert recognised([old], [new], SAME_DOUBT) == ({0: 0} if doubt else {})


def test_each_is_recognised_once_and_the_row_decides_before_the_place() -> None:
    first, second = said(baris=5, sel="G5"), said(isi=OTHER_ROW)
    moved = [said(), said(isi=OTHER_ROW, baris=7, sel="G7")]
    assert recognised([first, second], moved, SAME_FAULT) == {0: 0, 1: 1}
    assert recognised([first], [said(), said()], SAME_FAULT) == {0: 0}
    assert recognised([], [said()], SAME_FAULT) == {}
