"""Rules across the tables of one workbook: participants listed against participants stated (D19)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from flows.grammar.text import fold
from flows.shapes import Checked, Finding


def participants_against_stated(tables: Sequence[Checked]) -> list[tuple[int, Finding]]:
    """For each activity that a workbook both states and lists: a finding where the two numbers differ.

    Returns (place of the table that states the number, finding). Activities are the same when their titles
    and districts are; a list of none of its activities' participants says nothing.
    """
    listed = _listed(tables)
    found: list[tuple[int, Finding]] = []
    for place, one in enumerate(tables):
        if one.table.laporan != "pembinaan" or not listed:
            continue
        letter = one.table.letters.get("jumlah_peserta")
        rows = one.good.select("baris", "kode_wilayah", "nama_kegiatan", "jumlah_peserta").rows()
        for baris, kode, title, stated in rows:
            count = listed.get((kode, _key(title)), 0)
            if stated is None or count in {0, stated}:
                continue
            sel = f"{letter}{baris}" if letter else None
            rincian = {"jumlah": str(count), "kolom": "Jumlah peserta"}
            found.append(
                (
                    place,
                    Finding(
                        "PESERTA_TIDAK_COCOK",
                        one.table.lembar,
                        baris,
                        "jumlah_peserta",
                        sel,
                        str(stated),
                        rincian,
                    ),
                )
            )
    return found


def _listed(tables: Sequence[Checked]) -> Counter[tuple[str | None, str]]:
    counts: Counter[tuple[str | None, str]] = Counter()
    for one in tables:
        if one.table.laporan == "peserta":
            counts.update(
                (kode, _key(title)) for kode, title in one.good.select("kode_wilayah", "nama_kegiatan").rows()
            )
    return counts


def _key(title: str | None) -> str:
    return fold(title).casefold()
