"""The letter that goes with a returned workbook: one page, from the office's template or from ours.

It says how many and where, never what stands in a cell: a letter is read by more people than a workbook.
"""

from __future__ import annotations

from flows.outputs.docx import Filled, fill
from flows.outputs.reply import Reply
from flows.outputs.tally import (
    change,
    figure,
    in_words,
    open_points,
    period_in_words,
    rows,
    short,
    short_name,
    with_weekday,
    worst,
)
from schemas.district_names import provinces

MOST_KINDS = 5
_NAME = 64
_LONGEST_PLACES = 48
_OR_EXPLAIN = (
    " Nilai yang diragukan tetapi memang benar tidak perlu diubah: tuliskan penjelasannya di kolom Penjelasan pada "
    "lembar itu."
)
_TO_BE_NUMBERED = "…………………………………"


def letter(reply: Reply, template: bytes, marked: str | None = None) -> Filled:
    """The letter about one file; ``marked``: the name of the workbook that goes with it.

    Raises :class:`flows.outputs.docx.TemplateFault` for a template that cannot be used.
    """
    return fill(template, words_of(reply, marked), kinds_of(reply))


def words_of(reply: Reply, marked: str | None) -> dict[str, str]:
    """Placeholder of the template → its words."""
    count, asked = rows(reply), open_points(reply)
    grave = sum(one.tingkat == "galat" for one in asked)
    return {
        "nomor": _TO_BE_NUMBERED,
        "tanggal": in_words(reply.diterima_pada),
        "kepada": _addressee(reply),
        "wilayah": reply.wilayah or "",
        "provinsi": provinces().get((reply.kode_wilayah or "")[:2], "………………………").upper(),
        "lampiran": "1 (satu) berkas" if marked else "-",
        "hal": _subject(reply),
        "berkas": short_name(reply.berkas, _NAME),
        "lampiran_berkas": short_name(marked or "", _NAME),
        "diterima": in_words(reply.diterima_pada),
        "keadaan": _state(reply),
        "jumlah_baris": figure(count.semua) if count.semua else "belum terbaca",
        "jumlah_dimuat": figure(count.dimuat),
        "jumlah_ditahan": figure(count.ditahan + count.ditolak) if count.semua else "seluruhnya",
        "jumlah_temuan": _findings(len(asked), grave),
        "jumlah_galat": figure(grave),
        "jumlah_peringatan": figure(len(asked) - grave),
        "perbandingan": _compared(reply),
        "pengantar_temuan": _introduction(reply),
        "permintaan": _request(reply, marked),
        "tenggat": with_weekday(reply.tenggat) if reply.tenggat else "-",
    }


def kinds_of(reply: Reply) -> list[dict[str, str]]:
    """The worst kinds of findings, one row of the letter's table each."""
    return [
        {
            "no": str(place),
            "temuan": kind.judul,
            "jumlah": figure(kind.jumlah),
            "sel": kind.tempat,
            "cara": kind.cara,
        }
        for place, kind in enumerate(worst(reply, MOST_KINDS, _LONGEST_PLACES), start=1)
    ]


def _addressee(reply: Reply) -> str:
    if reply.wilayah is None:
        return f"Pengirim berkas “{short_name(reply.berkas, _NAME)}”"
    return f"Kepala Dinas yang Membidangi Perindustrian\n{reply.wilayah}"


def _subject(reply: Reply) -> str:
    periods = list(dict.fromkeys(period_in_words(one.periode) for one in reply.tabel if one.periode))
    reports = list(dict.fromkeys(one.laporan for one in reply.tabel if one.laporan))
    about = reports[0] if len(reports) == 1 else "data IKM"
    when = f", {' dan '.join(periods)}" if periods and len(periods) <= 2 else ""
    return short(f"Perbaikan {about}{when}", 90)


def _state(reply: Reply) -> str:
    count = rows(reply)
    if reply.tabel and all(one.status == "duplikat" for one in reply.tabel):
        return "Isinya sama dengan kiriman yang sudah ada, sehingga tidak dimuat dua kali."
    if not count.dimuat:
        return "Berkas itu belum dapat kami muat."
    if count.ditahan or count.ditolak:
        return "Sebagian isinya sudah kami muat; selebihnya menunggu perbaikan."
    return "Seluruh barisnya sudah kami muat, tetapi beberapa isinya masih kami ragukan."


def _findings(asked: int, grave: int) -> str:
    if not asked or grave in {0, asked}:
        return f"{figure(asked)} ({'harus diperbaiki' if grave else 'diragukan'})" if asked else "0"
    return f"{figure(asked)} ({figure(grave)} harus diperbaiki, {figure(asked - grave)} diragukan)"


def _compared(reply: Reply) -> str:
    now = change(reply)
    explained = f", {figure(now.terjawab)} terjawab" if now.terjawab else ""
    if reply.menjawab is None:
        return f"kiriman pertama{explained}"
    return f"{figure(now.selesai)} selesai, {figure(now.masih)} masih, {figure(now.baru)} baru{explained}"


def _introduction(reply: Reply) -> str:
    kinds = len({(one.kode, one.tingkat) for one in open_points(reply)})
    if kinds > MOST_KINDS:
        return f"Lima yang paling perlu diperhatikan dari {figure(kinds)} jenis temuan:"
    return "Yang perlu diperhatikan:"


def _request(reply: Reply, marked: str | None) -> str:
    until = f"paling lambat {with_weekday(reply.tenggat)}" if reply.tenggat else "secepatnya"
    if marked is None:
        return f"Mohon berkas itu diperbaiki lalu dikirim kembali secara lengkap {until}."
    doubted = any(one.tingkat == "peringatan" for one in open_points(reply))
    return (
        f"Semua temuan beserta cara memperbaikinya ditandai pada selnya dan didaftar di lembar “Perbaikan” dalam "
        f"berkas terlampir, “{short_name(marked, _NAME)}”. Mohon diperbaiki langsung di berkas itu, lalu dikirim "
        f"kembali secara lengkap {until}.{_OR_EXPLAIN if doubted else ''}"
    )
