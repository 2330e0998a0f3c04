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
from flows.outputs.unseen import without_unseen

LONGEST = 700
#: Longest a file name may be; the next is tried when the message would not fit.
_NAMES = (70, 42)
_MOST_KINDS = 5
_LONGEST_PLACES = 44


def chat_text(reply: Reply, marked: str | None = None) -> str:
    """The message about one file, at most 700 characters; ``marked``: the name of the workbook that goes with it."""
    return without_unseen(_text(reply, marked))


def _text(reply: Reply, marked: str | None) -> str:
    shown = worst(reply, _MOST_KINDS, _LONGEST_PLACES)
    text = ""
    for count in range(len(shown), -1, -1):
        for name in _NAMES:
            before = [_greeting(reply, name), _what_became_of_it(reply)]
            after = [line for line in (_compared(reply), _asked(reply, marked, name)) if line]
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


def _greeting(reply: Reply, longest: int) -> str:
    to = f"Yth. dinas yang membidangi perindustrian {reply.wilayah}.\n" if reply.wilayah else ""
    name, day = short_name(reply.berkas, longest), in_words(reply.diterima_pada)
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


def _asked(reply: Reply, marked: str | None, longest: int) -> str:
    if reply.tenggat is None:
        return ""
    until = with_weekday(reply.tenggat)
    if marked is None:
        return f"Mohon kirim berkas perbaikannya paling lambat {until}."
    doubted = any(one.tingkat == "peringatan" for one in open_points(reply))
    or_explain = "; bila nilainya memang benar, jelaskan di kolom Penjelasan" if doubted else ""
    return (
        f'Semuanya ditandai di "{short_name(marked, longest)}". Mohon perbaiki di berkas itu{or_explain}. '
        f"Kirim kembali paling lambat {until}."
    )
