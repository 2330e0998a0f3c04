"""Columns that follow from others when a table leaves them out, as the contract says."""

from __future__ import annotations

from flows.grammar.text import fold
from flows.shapes import Derived
from flows.steps.values.work import Work
from schemas.base import Column


def derive(work: Work) -> None:
    """Totals of workers, units written behind numbers, and the method named by an activity's title."""
    _workers(work)
    for name, (source, units) in work.units.items():
        if name not in work.values:
            work.values[name] = units
            work.derived.append(Derived(name, source, "satuan di belakang angka"))
    _method(work)
    _without_a_column(work)


def _workers(work: Work) -> None:
    men, women = work.values.get("tenaga_kerja_l"), work.values.get("tenaga_kerja_p")
    if men is None or women is None or "tenaga_kerja" in work.values or not work.report.has("tenaga_kerja"):
        return
    work.values["tenaga_kerja"] = [
        None if laki is None or perempuan is None else laki + perempuan
        for laki, perempuan in zip(men, women, strict=True)
    ]
    work.derived += [
        Derived("tenaga_kerja", source, "jumlah L + P") for source in ("tenaga_kerja_l", "tenaga_kerja_p")
    ]


def _method(work: Work) -> None:
    titles = work.values.get("nama_kegiatan")
    if titles is None or "metode" in work.values or not work.report.has("metode"):
        return
    column = work.report.column("metode")
    work.values["metode"] = [method_in(title, column) for title in titles]
    work.derived.append(Derived("metode", "nama_kegiatan", "awal judul kegiatan"))


def _without_a_column(work: Work) -> None:
    """What follows from a label or a section follows from the same cells."""
    for one in [one for one in work.derived if one.dari not in work.columns]:
        work.derived.remove(one)
        if one.kolom not in work.columns:
            source = [cell for cell in work.elsewhere if cell.kolom == one.dari]
            work.elsewhere += [cell._replace(kolom=one.kolom, cara=one.cara) for cell in source]


def method_in(title: str | None, column: Column) -> str | None:
    """The method with which the title of an activity begins, None where it names none.

    Only the beginning counts: "Pendampingan alumni pelatihan" is pendampingan.
    """
    if not title:
        return None
    plain = fold(title).lower()
    for canonical, spellings in (column.categories or {}).items():
        for spelling in (canonical, *spellings):
            if plain.startswith(spelling.lower()) and not plain[len(spelling) : len(spelling) + 1].isalpha():
                return canonical
    return None
