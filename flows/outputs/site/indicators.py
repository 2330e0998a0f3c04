"""The indicators of the map and the key figures: a closed list, each a column of a view."""

from __future__ import annotations

from typing import Literal, NamedTuple

from flows.outputs.site.words import Both

Unit = Literal["unit", "orang", "rupiah", "persen", "baris", "kegiatan", "sentra"]


class Group(NamedTuple):
    """Indicators of one kind: what they stand under, and what a name gets behind it away from there."""

    judul: Both
    akhiran: Both


class Indicator(NamedTuple):
    """One figure a district and year. ``relasi`` and ``kolom``: where the dictionary explains it.

    ``arus``: it covers a stretch of time, so that periods of different length are never added up.
    ``tambahan``: what the dictionary's line does not say.
    """

    kunci: str
    kelompok: Group
    judul: Both
    relasi: str
    kolom: str
    satuan: Unit
    arus: bool = False
    tambahan: Both = Both("", "")

    @property
    def nama(self) -> Both:
        """Its name where it stands alone."""
        return Both(*(text + more for text, more in zip(self.judul, self.kelompok.akhiran, strict=True)))


_LIST = Group(
    Both("Menurut daftar usaha", "By the lists of businesses"),
    Both(" menurut daftar usaha", ", by the lists"),
)
_SUMMARY = Group(
    Both("Menurut rekap kabupaten/kota", "By the districts' summaries"),
    Both(" menurut rekap", ", by the summaries"),
)
_REPORTING = Group(Both("Pelaporan", "Reporting"), Both("", ""))
_PROGRAMME = Group(Both("Program", "Programmes"), Both("", ""))
_GROWTH = "v_pertumbuhan"
_WHOLE_YEAR = Both("Di sini: jumlah setahun.", "Here: the sum of the year.")

INDICATORS: tuple[Indicator, ...] = (
    Indicator("daftar_unit", _LIST, Both("Unit IKM", "IKM businesses"), _GROWTH, "jumlah_unit", "unit"),
    Indicator("daftar_tenaga_kerja", _LIST, Both("Tenaga kerja", "Workers"), _GROWTH, "tenaga_kerja", "orang"),
    Indicator("daftar_investasi", _LIST, Both("Investasi", "Investment"), _GROWTH, "nilai_investasi", "rupiah"),
    Indicator(
        "daftar_produksi", _LIST, Both("Nilai produksi", "Production"), _GROWTH, "nilai_produksi", "rupiah", True
    ),
    Indicator("rekap_unit", _SUMMARY, Both("Unit IKM", "IKM businesses"), _GROWTH, "jumlah_unit", "unit"),
    Indicator("rekap_tenaga_kerja", _SUMMARY, Both("Tenaga kerja", "Workers"), _GROWTH, "tenaga_kerja", "orang"),
    Indicator("rekap_investasi", _SUMMARY, Both("Investasi", "Investment"), _GROWTH, "nilai_investasi", "rupiah"),
    Indicator(
        "rekap_produksi", _SUMMARY, Both("Nilai produksi", "Production"), _GROWTH, "nilai_produksi", "rupiah", True
    ),
    Indicator(
        "kelengkapan", _REPORTING, Both("Kelengkapan laporan", "Reporting completeness"),
        "v_kelengkapan", "sudah_lapor", "persen",
        tambahan=Both(
            "Jenis laporan yang dimuat untuk tahun itu, dibagi jenis laporan yang sudah jatuh tempo atau pernah "
            "dikirim kabupaten/kota mana pun di provinsi itu untuk tahun itu.",
            "Report types loaded for the year, divided by the report types that were due or that any district of "
            "the province has sent for that year.",
        ),
    ),
    Indicator(
        "tepat_waktu", _REPORTING, Both("Ketepatan waktu", "Reported on time"), "v_ketepatan_waktu", "status", "persen",
        tambahan=Both(
            "Laporan yang diterima tepat waktu, dibagi semua yang sudah jatuh tempo untuk tahun itu; yang masih "
            "diperpanjang tidak dihitung.",
            "Reports received on time, divided by all that were due for the year; those with an extension that "
            "still runs are not counted.",
        ),
    ),
    Indicator("ditahan", _REPORTING, Both("Baris ditahan", "Rows held back"), "v_kelengkapan", "baris_karantina",
              "baris"),
    Indicator("kegiatan", _PROGRAMME, Both("Kegiatan pembinaan", "Activities"),
              "v_rencana_pelaksanaan", "direncanakan", "kegiatan",
              tambahan=_WHOLE_YEAR),
    Indicator("terlaksana", _PROGRAMME, Both("Kegiatan terlaksana", "Activities held"),
              "v_rencana_pelaksanaan", "terlaksana", "kegiatan",
              tambahan=_WHOLE_YEAR),
    Indicator(
        "pelatihan", _PROGRAMME, Both("Pelatihan", "Trainings"), "v_pembinaan_kabkota", "jumlah_kegiatan", "kegiatan",
        tambahan=Both(
            "Hanya kegiatan yang disebut pelatihan. Kosong bila tidak satu pun disebut begitu.",
            "Only activities called training. Empty where none is called so.",
        ),
    ),
    Indicator("peserta", _PROGRAMME, Both("Peserta pembinaan", "Participants"),
              "v_rencana_pelaksanaan", "jumlah_peserta", "orang",
              tambahan=_WHOLE_YEAR),
    Indicator("bantuan", _PROGRAMME, Both("Nilai bantuan alat", "Equipment handed over"),
              "v_bantuan_alat_kabkota", "nilai", "rupiah"),
    Indicator("sentra", _PROGRAMME, Both("Sentra beroperasi", "Sentra running"),
              "v_sentra_kabkota", "beroperasi", "sentra"),
)  # fmt: skip
