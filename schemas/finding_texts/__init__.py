"""The words of the findings, by subject. `schemas.findings` gathers them; nothing else reads them.

A text may hold ``{nilai} {kolom} {sel} {lembar} {baris} {berkas} {laporan} {wilayah} {periode} {pilihan}
{calon} {banyak} {harapan} {jumlah} {selisih} {skala} {sumber} {jenis} {hari_benar}
{kembaran} {padanan} {usul}``. Some of them bring their noun along ("kolom Nilai produksi"); `schemas.findings`
says which, and what stands there when the detail is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["galat", "peringatan", "info"]
Actor = Literal["kabupaten", "petugas", "tidak ada"]


class Text(NamedTuple):
    """One finding in one language: a title of a few words and the four parts of its message."""

    title: str
    wrong: str
    expected: str
    example: str
    cure: str


@dataclass(frozen=True, slots=True)
class FindingCode:
    """One code: how grave it is when nothing was held back, who must act, and its words.

    ``tindakan``: "kabupaten" the office that sent the file, "petugas" the data officer, "tidak ada" nobody.
    """

    kode: str
    tingkat: Severity
    tindakan: Actor
    id: Text
    en: Text
