"""The report types. Adding one = its own file and one name here."""

from functools import cache

from schemas.anggaran import Anggaran
from schemas.bantuan_alat import BantuanAlat
from schemas.base import Report, ReportSpec, spec_of
from schemas.ikm import Ikm
from schemas.kerja_sama import KerjaSama
from schemas.kunjungan import Kunjungan
from schemas.pasar_murah import PasarMurah
from schemas.pembinaan import Pembinaan
from schemas.peserta import Peserta
from schemas.potensi import Potensi
from schemas.rekap import Rekap
from schemas.sentra import Sentra
from schemas.usulan import Usulan

REPORTS: tuple[type[Report], ...] = (
    Ikm,
    Rekap,
    Pembinaan,
    Peserta,
    BantuanAlat,
    PasarMurah,
    Sentra,
    Anggaran,
    KerjaSama,
    Potensi,
    Usulan,
    Kunjungan,
)


@cache
def specs() -> tuple[ReportSpec, ...]:
    """The declarations of every report type, in the order in which they are listed."""
    return tuple(spec_of(report) for report in REPORTS)


@cache
def _by_name() -> dict[str, tuple[ReportSpec, type[Report]]]:
    return {one.name: (one, report) for one, report in zip(specs(), REPORTS, strict=True)}


def spec(name: str) -> ReportSpec:
    """The declarations of the report type called ``name``; KeyError where there is none."""
    return _by_name()[name][0]


def model(name: str) -> type[Report]:
    """The Pandera model of the report type called ``name``; KeyError where there is none."""
    return _by_name()[name][1]
