"""What districts and the province's office are told about reports that are owed. Names no person, holds no data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from flows.outputs.status_matrix import Unit, rates_of
from flows.outputs.tally import figure, in_words, period_in_words, with_weekday
from schemas.district_names import districts
from schemas.reports import spec

LONGEST = 1000
Kind = Literal["pengingat", "eskalasi", "ringkasan"]
#: Not owed any more, or not to be reminded of.
_SETTLED = frozenset({"tepat_waktu", "terlambat", "tanpa_kewajiban"})


@dataclass(frozen=True, slots=True)
class Pengingat:
    """When districts are reminded: calendar days before and after the last day; on that day or not; from which day
    after it the head of the office is told."""

    sebelum: tuple[int, ...] = (7, 1)
    pada_hari: bool = True
    sesudah: tuple[int, ...] = (3, 7)
    eskalasi: int = 14

    def stages(self) -> list[int]:
        """Every stage as days after the last day (before it: negative), in order."""
        on = (0,) if self.pada_hari else ()
        return sorted({*(-one for one in self.sebelum), *on, *self.sesudah, self.eskalasi})


class Reached(NamedTuple):
    """A report that is owed and the latest stage it has reached."""

    unit: Unit
    tahap: int

    @property
    def tanda(self) -> str:
        """What tells this stage from every other; a new last day begins anew."""
        return f"{subject_of(self.unit)}|{self.tahap}"


class Message(NamedTuple):
    """One text: to a district, its head of office (``eskalasi``), or the province (``kode_wilayah`` None)."""

    jenis: Kind
    kode_wilayah: str | None
    nama: str
    judul: str
    teks: str
    tanda: tuple[str, ...]


def subject_of(one: Unit) -> str:
    """What a stage is a stage of: a report, its period, its last day."""
    return f"{one.laporan}|{one.periode}|{one.tenggat}"


def reached(units: Iterable[Unit], rule: Pengingat, today: date) -> list[Reached]:
    """The reports still owed that have reached a stage by ``today``, each at its latest: a day on which nobody was
    reminded, a holiday or a machine that was off, is made up for the next time."""
    found = []
    for one in units:
        if one.status in _SETTLED or one.tenggat is None:
            continue
        passed = [stage for stage in rule.stages() if stage <= (today - one.tenggat).days]
        if passed:
            found.append(Reached(one, passed[-1]))
    return sorted(found, key=lambda each: (each.unit.kode_wilayah, each.unit.tenggat, each.unit.laporan))


def messages_for(
    owed: Sequence[Reached], rule: Pengingat, today: date, warned: Callable[[Unit], bool]
) -> list[Message]:
    """One text a district about everything it owes, and one for its head of office about what is long overdue.

    ``warned``: whether the office itself was told long enough ago; its head never hears of it first.
    """
    made = []
    for kode in dict.fromkeys(one.unit.kode_wilayah for one in owed):
        mine = [one for one in owed if one.unit.kode_wilayah == kode]
        late = [one for one in mine if one.tahap >= rule.eskalasi and warned(one.unit)]
        marks = tuple(one.tanda for one in mine)
        name = districts()[kode].nama_lengkap
        made.append(
            Message("pengingat", kode, name, f"Laporan IKM {name}", _to_office(name, mine, today), marks)
        )
        if late:
            text = _to_head(name, late, today)
            title = f"Laporan IKM {name} terlambat"
            made.append(Message("eskalasi", kode, name, title, text, tuple(one.tanda for one in late)))
    return made


def summary_for(units: Sequence[Unit], sent: Sequence[Message], today: date) -> Message:
    """What the province's office is told: who was reminded, what is missing, the rates of what is due."""
    due = [one for one in units if one.tenggat is not None and one.tenggat < today]
    rates, missing = rates_of(due), [one for one in due if one.status not in _SETTLED]
    head = [f"Pengingat laporan IKM, {with_weekday(today)}"]
    if rates.wajib:
        head.append(
            f"Dari {figure(rates.wajib)} laporan yang sudah jatuh tempo, {figure(rates.masuk)} sudah masuk, "
            f"{figure(rates.tepat)} di antaranya tepat waktu."
        )
    reminded = [one for one in sent if one.jenis == "pengingat"]
    heads = [one for one in sent if one.jenis == "eskalasi"]
    head.append(f"Pengingat hari ini untuk {figure(len(reminded))} kabupaten/kota.")
    if heads:
        head.append(f"Juga untuk {figure(len(heads))} kepala dinas.")
    counts = _by_district(missing)
    lines = [
        f"- {name}: {figure(count)} laporan, paling lama {figure(days)} hari" for name, count, days in counts
    ]
    tops = (
        [f"Lewat tenggat, {figure(len(missing))} laporan:"] if missing else ["Tidak ada yang lewat tenggat."]
    )
    return Message(
        "ringkasan", None, "provinsi", "Ringkasan pengingat laporan IKM",
        _fitted([*head, *tops], lines, []), (f"ringkasan|{today}",),
    )  # fmt: skip


def _by_district(units: Iterable[Unit]) -> list[tuple[str, int, int]]:
    found: dict[str, list[int]] = {}
    for one in units:
        found.setdefault(one.nama_wilayah, []).append(one.hari_terlambat)
    return sorted(((name, len(days), max(days)) for name, days in found.items()), key=lambda row: -row[1])


def _to_office(name: str, mine: Sequence[Reached], today: date) -> str:
    late = [one for one in mine if one.unit.tenggat is not None and one.unit.tenggat < today]
    soon = [one for one in mine if one not in late]
    head = [f"Yth. dinas yang membidangi perindustrian {name}."]
    if late and soon:
        head.append("Laporan berikut sudah lewat tenggat atau segera jatuh tempo:")
    elif late:
        head.append("Laporan berikut belum kami terima dan sudah lewat tenggat:")
    else:
        head.append("Laporan berikut segera jatuh tempo:")
    end = ["Mohon segera dikirim. Bila ada kendala, kabari kami. Abaikan pesan ini bila baru saja dikirim."]
    return _fitted(head, _lines(mine, today), end)


def _to_head(name: str, late: Sequence[Reached], today: date) -> str:
    head = [
        f"Yth. kepala dinas yang membidangi perindustrian {name}.",
        "Sampai hari ini laporan berikut belum kami terima, walau dinas sudah kami ingatkan:",
    ]
    end = [
        "Tanpa laporan ini angka provinsi tidak lengkap. Mohon bantuan Bapak/Ibu agar laporan segera dikirim."
    ]
    return _fitted(head, _lines(late, today), end)


def _lines(owed: Sequence[Reached], today: date) -> list[str]:
    """One line a period and last day, with the reports it is about; those refused on a line of their own."""
    groups: dict[tuple[date, str, bool], list[str]] = {}
    for unit in (one.unit for one in owed):
        if unit.tenggat is not None:
            key = (unit.tenggat, unit.periode, unit.status == "ditolak")
            groups.setdefault(key, []).append(spec(unit.laporan).title)
    return [
        f"- {period_in_words(periode)}, {_when(day, today)}: {', '.join(titles)}"
        + (" (kiriman terakhir ditolak, mohon diperbaiki)" if refused else "")
        for (day, periode, refused), titles in sorted(groups.items())
    ]


def _when(day: date, today: date) -> str:
    days = (day - today).days
    if days < 0:
        return f"terlambat {figure(-days)} hari (tenggat {in_words(day)})"
    if days == 0:
        return f"tenggat hari ini, {in_words(day)}"
    return f"tenggat {with_weekday(day)} ({figure(days)} hari lagi)"


def _fitted(head: Sequence[str], lines: Sequence[str], end: Sequence[str]) -> str:
    """The text with as many lines as fit; how many are left out is said."""
    for count in range(len(lines), -1, -1):
        more = [f"- dan {figure(len(lines) - count)} lagi"] if count < len(lines) else []
        text = "\n".join([*head, *lines[:count], *more, *end])
        if len(text) <= LONGEST:
            return text
    raise ValueError("head and end alone are longer than a message may be")
