"""Findings about column headings."""

from schemas.finding_texts import FindingCode, Text

CODES = (
    FindingCode(
        "KOLOM_TAK_DIKENAL",
        "peringatan",
        "petugas",
        Text(
            "Kolom tidak dikenal",
            "Judul kolom {nilai} tidak dikenal, jadi isinya tidak dimuat.",
            "Seharusnya judul seperti pada templat, {usul}.",
            "Contoh: Nilai Produksi (Rp).",
            "Perjelas judulnya, atau tambahkan sebagai istilah setempat bila sering dipakai.",
        ),
        Text(
            "Column not known",
            "The heading {nilai} is not known, so its content was not loaded.",
            "A heading as in the template was expected, {usul}.",
            "Example: Nilai Produksi (Rp).",
            "Make the heading clearer, or add it as a local wording if it is used often.",
        ),
    ),
    FindingCode(
        "KOLOM_GANDA",
        "peringatan",
        "kabupaten",
        Text(
            "Dua kolom berarti sama",
            "Lebih dari satu kolom berarti {padanan}; {sel} yang berjudul {nilai} tidak dimuat.",
            "Seharusnya satu kolom saja untuk satu hal.",
            "Contoh: satu kolom Nilai Produksi, bukan dua.",
            "Hapus salah satu, atau beri judul yang membedakan keduanya.",
        ),
        Text(
            "Two columns mean the same",
            "More than one column means {padanan}; {sel}, headed {nilai}, was not loaded.",
            "One column for one thing was expected.",
            "Example: one column Nilai Produksi, not two.",
            "Delete one of them, or give them headings that tell them apart.",
        ),
    ),
    FindingCode(
        "KOLOM_WAJIB_TIDAK_ADA",
        "galat",
        "kabupaten",
        Text(
            "Kolom wajib tidak ada",
            "Tabel di {lembar} tidak mempunyai {kolom}, padahal wajib.",
            "Seharusnya semua kolom wajib ada, seperti pada templat.",
            "Contoh: peserta wajib punya Nama Peserta dan Nama Kegiatan.",
            "Tambahkan kolom itu beserta isinya, lalu kirim kembali.",
        ),
        Text(
            "Required column missing",
            "The table on {lembar} lacks {kolom}, which is required.",
            "All required columns, as in the template, were expected.",
            "Example: peserta needs Nama Peserta and Nama Kegiatan.",
            "Add that column with its content and resend the file.",
        ),
    ),
    FindingCode(
        "SKALA_DARI_JUDUL",
        "info",
        "tidak ada",
        Text(
            "Satuan uang diambil dari judul",
            "Angka di {kolom} dikalikan {skala} karena judulnya menyebut {nilai}.",
            "Di gudang data semua uang disimpan dalam rupiah penuh.",
            "Contoh: 70 di bawah judul (Rp Juta) menjadi 70.000.000.",
            "Periksa sekali. Bila angkanya sudah rupiah penuh, perbaiki judulnya.",
        ),
        Text(
            "Unit of money taken from the heading",
            "The numbers in {kolom} were multiplied by {skala} because the heading says {nilai}.",
            "The warehouse keeps all money in whole rupiah.",
            "Example: 70 under (Rp Juta) becomes 70,000,000.",
            "Check it once. If the numbers are whole rupiah already, correct the heading.",
        ),
    ),
    FindingCode(
        "ISTILAH_DIPAKAI",
        "info",
        "tidak ada",
        Text(
            "Istilah setempat dipakai",
            "Judul {nilai} dibaca sebagai {kolom} menurut daftar istilah setempat.",
            "Istilah setempat dicatat dengan wilayah, alasan, dan tanggalnya.",
            "Contoh: Penggarap berarti Nama Pemilik di satu kabupaten.",
            "Tidak perlu apa-apa. Bila salah, ubah daftar istilahnya.",
        ),
        Text(
            "Local wording used",
            "The heading {nilai} was read as {kolom} by the list of local wordings.",
            "Local wordings are kept with their district, reason and date.",
            "Example: Penggarap means Nama Pemilik in one district.",
            "Nothing to do. If it is wrong, change the list of wordings.",
        ),
    ),
    FindingCode(
        "KOREKSI_DIPAKAI",
        "info",
        "tidak ada",
        Text(
            "Koreksi dipakai",
            "{nilai} di {kolom} diganti menurut daftar koreksi.",
            "Koreksi dicatat dengan wilayah, periode, alasan, dan tanggalnya.",
            "Contoh: ejaan nama desa yang sudah dikonfirmasi.",
            "Tidak perlu apa-apa. Bila salah, ubah daftar koreksinya.",
        ),
        Text(
            "Correction used",
            "{nilai} in {kolom} was replaced by the list of corrections.",
            "Corrections are kept with their district, period, reason and date.",
            "Example: the spelling of a village that was confirmed.",
            "Nothing to do. If it is wrong, change the list of corrections.",
        ),
    ),
)
