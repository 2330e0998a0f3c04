"""Findings that only tell: values that are loaded as they stand but are worth a look."""

from schemas.finding_texts import FindingCode, Text

CODES = (
    FindingCode(
        "BAHAN_BAKU_MELEBIHI_PRODUKSI",
        "info",
        "kabupaten",
        Text(
            "Bahan baku melebihi produksi",
            "Di {baris} nilai bahan baku {nilai} lebih besar dari nilai produksi; tetap dimuat.",
            "Biasanya nilai produksi lebih besar dari nilai bahan baku.",
            "Contoh: bahan baku 40 juta, produksi 90 juta.",
            "Periksa apakah kedua kolom tertukar atau satuannya berbeda.",
        ),
        Text(
            "Raw material above production",
            "In {baris} the raw material {nilai} is worth more than the production; it is loaded as written.",
            "Production is usually worth more than its raw material.",
            "Example: raw material 40 million, production 90 million.",
            "Check whether the columns were exchanged or their units differ.",
        ),
    ),
    FindingCode(
        "KAPASITAS_TANPA_SATUAN",
        "info",
        "kabupaten",
        Text(
            "Kapasitas tanpa satuan",
            "Kapasitas {nilai} di {baris} tidak mempunyai satuan; angkanya tetap dimuat.",
            "Seharusnya satuannya ditulis.",
            "Contoh: 1.200 kg.",
            "Isi kolom satuan di baris itu.",
        ),
        Text(
            "Capacity without a unit",
            "The capacity {nilai} in {baris} has no unit; the number is loaded.",
            "A unit was expected.",
            "Example: 1.200 kg.",
            "Fill the column of units in that row.",
        ),
    ),
    FindingCode(
        "BUKAN_IKM",
        "info",
        "kabupaten",
        Text(
            "Tampaknya industri besar",
            "Usaha di {baris} melampaui ukuran IKM ({nilai}); tetap dimuat.",
            "IKM: paling banyak 19 orang, atau 20 orang ke atas dengan investasi paling banyak Rp 15 miliar.",
            "Dasar: Permenperin 64/2016.",
            "Periksa tenaga kerja dan investasinya, termasuk satuan uangnya.",
        ),
        Text(
            "Seems to be large industry",
            "The business in {baris} exceeds the size of IKM ({nilai}); it is loaded as written.",
            "IKM: at most 19 workers, or 20 and more with at most Rp 15 billion invested.",
            "Source: Permenperin 64/2016.",
            "Check workers and investment, with the unit of money.",
        ),
    ),
    FindingCode(
        "TAHUN_DI_LUAR_DATA",
        "info",
        "kabupaten",
        Text(
            "Tahun sesudah tahun data",
            "{kolom} di {baris} berisi {nilai}, sesudah tahun data ini; tetap dimuat.",
            "Seharusnya sama atau sebelum tahun laporan.",
            "Contoh: laporan 2021, izin 2019.",
            "Pastikan tahunnya, lalu perbaiki {sel}.",
        ),
        Text(
            "Year after the year of the data",
            "{kolom} in {baris} holds {nilai}, after the year of these data; it is loaded as written.",
            "The year of the report or earlier was expected.",
            "Example: report of 2021, licence of 2019.",
            "Make sure of the year, then correct {sel}.",
        ),
    ),
    FindingCode(
        "JENIS_KELAMIN_TIDAK_COCOK",
        "info",
        "kabupaten",
        Text(
            "Jenis kelamin berbeda dari NIK",
            "NIK di {baris} menunjukkan jenis kelamin yang lain daripada yang tertulis; keduanya tetap dimuat.",
            "Pada NIK perempuan, tanggal lahir ditambah 40.",
            "Contoh: lahir tanggal 1 ditulis 41 untuk perempuan.",
            "Periksa NIK dan jenis kelamin dengan KTP, lalu perbaiki yang salah.",
        ),
        Text(
            "Sex differs from the NIK",
            "The NIK in {baris} says another sex than is written; both are loaded as written.",
            "In the NIK of a woman 40 is added to the day of birth.",
            "Example: born on the 1st is written 41 for a woman.",
            "Check NIK and sex with the identity card and correct the wrong one.",
        ),
    ),
)
