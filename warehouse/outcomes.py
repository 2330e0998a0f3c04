"""What became of each table of a file, and what its office is told about that."""

from __future__ import annotations

from typing import NamedTuple

from schemas.findings import message, severity

from .decide import Decision
from .records import Delivery, FindingRow, Outcome, Status


class Copy(NamedTuple):
    """A submission of the same unit that had the same content, and its state."""

    berkas: str
    status: str


def outcome_of(one: Delivery, copy: Copy | None, decision: Decision | None) -> Outcome:
    """What became of ``one``: a ``copy`` of what is known, refused, or taken in as decided."""
    if copy is not None:
        return _repeated(one, copy)
    if decision is None or one.good is None:
        reason = "Berkas atau tabel ditolak; lihat temuan."
        return Outcome(one.kiriman_id, one.berkas, "ditolak", "ditolak", reason)
    status: Status = "dimuat_sebagian" if one.held else "dimuat"
    return Outcome(
        one.kiriman_id,
        one.berkas,
        status,
        decision.pilihan,
        decision.alasan,
        decision.menggantikan,
        one.good.height,
        len(one.held),
        decision.berulang,
        _about(one, decision),
    )


def _repeated(one: Delivery, copy: Copy) -> Outcome:
    """Nothing is loaded of a content that is known; where it is no longer in force, that is said.

    Nor where what is in force was purged, so that nobody can tell what the content is to it.
    """
    if copy.status == "dibersihkan":
        reason = f"{copy.berkas} sudah dibersihkan: petugas harus menentukan."
        told = _told(one, "DATA_SUDAH_DIBERSIHKAN", sumber=copy.berkas)
        return Outcome(one.kiriman_id, one.berkas, "ditolak", "ditolak", reason, findings=(told,))
    state = {"digantikan": "sudah digantikan", "ditarik": "ditarik"}.get(copy.status)
    source = f"{copy.berkas} ({state})" if state else copy.berkas
    reason = f"Isinya sama dengan {source}: tidak ada yang dimuat."
    if copy.status == "ditarik":
        told = _told(one, "ISI_DITARIK", sumber=copy.berkas)
        return Outcome(one.kiriman_id, one.berkas, "ditolak", "ditolak", reason, findings=(told,))
    told = _told(one, "DUPLIKAT", sumber=source)
    return Outcome(one.kiriman_id, one.berkas, "duplikat", "duplikat", reason, findings=(told,))


def _about(one: Delivery, decision: Decision) -> tuple[FindingRow, ...]:
    """What the office is told where rows of an earlier file come again: replaced, or counted twice."""
    if not decision.sumber:
        return ()
    sumber = ", ".join(decision.sumber)
    if decision.berulang:
        return (_told(one, "KIRIMAN_MENAMBAH", sumber=sumber, jumlah=decision.berulang),)
    why = "ditetapkan petugas" if decision.ditetapkan else "sebagian besar barisnya dikirim lagi"
    return (_told(one, "KIRIMAN_MENGGANTIKAN", sumber=sumber, alasan=why),)


def _told(one: Delivery, kode: str, **details: object) -> FindingRow:
    pesan = message(kode, "id", berkas=one.berkas, lembar=one.lembar, **details)
    return FindingRow(one.berkas, one.lembar, None, None, None, kode, severity(kode), None, pesan)
