"""Findings about rows, totals and submissions."""

from schemas.finding_texts import FindingCode, Text

CODES = (
    FindingCode(
        "GANDA",
        "galat",
        "kabupaten",
        Text(
            "Baris sama tertulis dua kali",
            "{baris} sama persis dengan {kembaran}; hanya yang pertama dimuat.",
            "Setiap baris seharusnya tertulis satu kali saja.",
            "Contoh: usaha yang sama dengan nomor urut berbeda.",
            "Hapus baris yang berulang; bila memang berbeda, lengkapi isi yang membedakannya.",
        ),
        Text(
            "Same row twice",
            "{baris} equals {kembaran} in every column; only the first is loaded.",
            "Each row was expected only once.",
            "Example: the same business with another running number.",
            "Delete the repeated row; if it does differ, fill in what tells them apart.",
        ),
    ),
    FindingCode(
        "REALISASI_MELEBIHI_PAGU",
        "peringatan",
        "kabupaten",
        Text(
            "Realisasi melebihi pagu",
            "{kolom} di {baris} berisi {nilai}, lebih besar dari anggarannya; tetap dimuat.",
            "Realisasi seharusnya paling besar sama dengan pagu.",
            "Contoh: pagu 100 juta, realisasi 95 juta.",
            "Periksa kedua angka dan satuannya, lalu perbaiki yang salah.",
        ),
        Text(
            "Spending above the ceiling",
            "{kolom} in {baris} holds {nilai}, more than the budget; it is loaded as written.",
            "Spending was expected to be no more than the ceiling.",
            "Example: ceiling 100 million, spent 95 million.",
            "Check both numbers and their units and correct the wrong one.",
        ),
    ),
    FindingCode(
        "NILAI_TIDAK_COCOK",
        "peringatan",
        "kabupaten",
        Text(
            "Hitungan dalam baris tidak cocok",
            "{kolom} di {baris} berisi {nilai}, tetapi kolom lain menghasilkan {jumlah}; tetap dimuat.",
            "Seharusnya total = jumlah x harga, atau laki-laki + perempuan.",
            "Contoh: 2 unit x 5 juta = 10 juta.",
            "Periksa angka di baris itu, lalu perbaiki yang salah.",
        ),
        Text(
            "Arithmetic of the row does not fit",
            "{kolom} in {baris} holds {nilai}, but the other columns give {jumlah}; it is loaded as written.",
            "Total = quantity x price, or men + women, was expected.",
            "Example: 2 units x 5 million = 10 million.",
            "Check the numbers of that row and correct the wrong one.",
        ),
    ),
    FindingCode(
        "JUMLAH_TIDAK_COCOK",
        "peringatan",
        "kabupaten",
        Text(
            "Total tidak sama dengan jumlah barisnya",
            "Total {nilai} di {sel} tidak sama dengan jumlah barisnya, {jumlah} (selisih {selisih}).",
            "Yang dimuat adalah baris-barisnya, bukan total.",
            "Contoh: 3 + 4 + 5 ditulis 13.",
            "Periksa rumus totalnya dan apakah ada baris yang kurang.",
        ),
        Text(
            "Total differs from the sum of its rows",
            "The total {nilai} in {sel} differs from the sum of its rows, {jumlah} (difference {selisih}).",
            "The rows are loaded, not the total.",
            "Example: 3 + 4 + 5 written as 13.",
            "Check the formula of the total and whether rows are missing.",
        ),
    ),
    FindingCode(
        "SELESAI_SEBELUM_MULAI",
        "peringatan",
        "kabupaten",
        Text(
            "Selesai sebelum mulai",
            "Di {baris} tanggal selesai {nilai} mendahului tanggal mulai; tetap dimuat.",
            "Tanggal selesai seharusnya sama atau sesudah tanggal mulai.",
            "Contoh: 3 Mei 2021 sampai 5 Mei 2021.",
            "Periksa kedua tanggal, lalu perbaiki yang salah.",
        ),
        Text(
            "Ends before it starts",
            "In {baris} the last day {nilai} is before the first; it is loaded as written.",
            "The last day was expected on or after the first.",
            "Example: 3 Mei 2021 to 5 Mei 2021.",
            "Check both dates and correct the wrong one.",
        ),
    ),
    FindingCode(
        "KIRIMAN_MENGGANTIKAN",
        "info",
        "petugas",
        Text(
            "Kiriman menggantikan yang lama",
            "Isi {berkas} sebagian besar mengulang {sumber}, jadi menggantikannya.",
            "Yang lama tetap tersimpan sebagai riwayat.",
            "Contoh: berkas revisi untuk wilayah dan periode yang sama.",
            "Periksa sekali. Bila bukan revisi, hubungi pengelola gudang data.",
        ),
        Text(
            "Submission replaces an earlier one",
            "{berkas} mostly repeats {sumber}, so it takes its place.",
            "The earlier one is kept as history.",
            "Example: a revised file for the same district and period.",
            "Check it once. If it is no revision, tell whoever keeps the warehouse.",
        ),
    ),
    FindingCode(
        "KIRIMAN_MENAMBAH",
        "info",
        "petugas",
        Text(
            "Kiriman menambah yang lama",
            "Isi {berkas} berbeda dari {sumber} untuk wilayah dan periode yang sama, jadi ditambahkan.",
            "Keduanya dihitung bersama.",
            "Contoh: satu berkas untuk tiap kecamatan.",
            "Periksa sekali. Bila sebenarnya revisi, hubungi pengelola gudang data.",
        ),
        Text(
            "Submission adds to an earlier one",
            "{berkas} differs from {sumber} for the same district and period, so it is added.",
            "Both count together.",
            "Example: one file for each kecamatan.",
            "Check it once. If it is a revision, tell whoever keeps the warehouse.",
        ),
    ),
)
