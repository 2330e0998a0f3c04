"""The few lines that an officer pastes into a chat with the district. No value of a cell, no name of a person."""

from __future__ import annotations

from collections.abc import Sequence

from flows.outputs.reply import Reply
from flows.outputs.tally import (
    Kind,
    change,
    figure,
    in_words,
    open_points,
    rows,
    short_name,
    with_weekday,
    worst,
)

LONGEST = 700
_NAME = 42
_MOST_KINDS = 5
_LONGEST_PLACES = 44


def chat_text(reply: Reply, marked: str | None = None) -> str:
    """The message about one file, at most 700 characters; ``marked``: the name of the workbook that goes with it."""
    before = [_greeting(reply), _what_became_of_it(reply)]
    after = [text for text in (_compared(reply), _asked(reply, marked)) if text]
    shown = worst(reply, _MOST_KINDS, _LONGEST_PLACES)
    for count in range(len(shown), -1, -1):
        text = "\n".join([*before, *_list(reply, shown[:count]), *after])
        if len(text) <= LONGEST:
            return text
    return text[: LONGEST - 1].rstrip() + "…"


def _list(reply: Reply, kinds: Sequence[Kind]) -> list[str]:
    asked = len(open_points(reply))
    if not asked:
        return []
    all_said = sum(kind.jumlah for kind in kinds) == asked
    end = ("." if not kinds else ":") if all_said or not kinds else ", terutama:"
    return [f"Ada {figure(asked)} hal yang perlu dijawab{end}", *map(_line, kinds)]


def _line(kind: Kind) -> str:
    many = f" ({figure(kind.jumlah)})" if kind.jumlah > 1 else ""
    cure = f". {kind.cara}" if kind.seluruhnya else ""
    return f"- {kind.judul}{many}: {kind.tempat}{cure}"


def _greeting(reply: Reply) -> str:
    to = f"Yth. dinas yang membidangi perindustrian {reply.wilayah}.\n" if reply.wilayah else ""
    name, day = short_name(reply.berkas, _NAME), in_words(reply.diterima_pada)
    return f'{to}Terima kasih, berkas "{name}" sudah kami terima pada {day}.'


def _what_became_of_it(reply: Reply) -> str:
    count = rows(reply)
    if reply.tabel and all(one.status == "duplikat" for one in reply.tabel):
        return "Isinya sama dengan kiriman yang sudah ada, jadi tidak dimuat dua kali."
    if not count.dimuat:
        return "Datanya belum dapat dimuat."
    held = []
    if count.ditahan:
        held.append(f"{figure(count.ditahan)} ditahan sampai diperbaiki")
    if count.ditolak:
        held.append(f"{figure(count.ditolak)} belum dapat dimuat")
    if held:
        return f"Dari {figure(count.semua)} baris, {figure(count.dimuat)} sudah dimuat, {' dan '.join(held)}."
    if open_points(reply):
        return f"Semua baris ({figure(count.dimuat)}) sudah dimuat, tetapi beberapa isinya masih diragukan."
    return f"Semua baris ({figure(count.dimuat)}) sudah dimuat. Tidak ada yang perlu diperbaiki."


def _compared(reply: Reply) -> str:
    now = change(reply)
    if reply.menjawab is None or not any(now):
        return ""
    parts = [f"{figure(now.selesai)} selesai", f"{figure(now.masih)} masih", f"{figure(now.baru)} baru"]
    if now.terjawab:
        parts.append(f"{figure(now.terjawab)} terjawab")
    return f"Dibanding kiriman sebelumnya: {', '.join(parts)}."


def _asked(reply: Reply, marked: str | None) -> str:
    if reply.tenggat is None:
        return ""
    until = with_weekday(reply.tenggat)
    if marked is None:
        return f"Mohon kirim berkas perbaikannya paling lambat {until}."
    return (
        f'Semuanya ditandai di "{short_name(marked, _NAME)}". Mohon perbaiki di berkas itu; bila '
        f"nilainya memang benar, tulis di kolom Penjelasan. Kirim kembali paling lambat {until}."
    )
