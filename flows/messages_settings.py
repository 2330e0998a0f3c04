"""What is said about ``ikm.toml`` and by ``ikm init``; part of the catalogue of sentences."""

SETTINGS: dict[str, tuple[str, str]] = {
    "init.help": (
        "siapkan folder kerja: berkas pengaturan ikm.toml dan kotak masuk",
        "prepare the working home: the settings file ikm.toml and the inbox",
    ),
    "init.made": (
        "Pengaturan ditulis ke {path}. Setiap kunci dijelaskan di dalamnya; buka dengan Notepad atau penyunting teks.",
        "The settings were written to {path}. Each key is explained there; open it with any text editor.",
    ),
    "init.kept": (
        "Pengaturan di {path} sudah ada dan tidak diubah.",
        "The settings in {path} were there already and were left as they are.",
    ),
    "init.missing": (
        "Kunci baru yang belum disebut di sana, dengan nilai bawaan:",
        "New keys that it does not name yet, with their defaults:",
    ),
    "init.inbox": (
        "Taruh kiriman di {folder}; subfolder boleh bernama kabupaten/kota, misalnya {folder}/Barru.",
        "Put what is sent in into {folder}; subfolders may be named after districts, e.g. {folder}/Barru.",
    ),
    "init.next": ("Lalu jalankan: ikm serve", "Then run: ikm serve"),
    "settings.wrong": (
        "Pengaturan di {path} belum dapat dipakai:",
        "The settings in {path} cannot be used yet:",
    ),
    "settings.line": ("baris {baris}: ", "line {baris}: "),
    "settings.unreadable": (
        "berkas itu tidak dapat dibaca ({alasan}). Periksa izinnya.",
        "the file cannot be read ({alasan}). Check its permissions.",
    ),
    "settings.not_utf8": (
        'ada huruf yang tidak terbaca. Simpan lagi dengan pengodean "UTF-8".',
        'there is a character that cannot be read. Save the file again with the encoding "UTF-8".',
    ),
    "settings.no_toml": (
        'tidak dapat dibaca. Tulis seperti: nama = "teks", nama = 15, atau nama = true; periksa tanda kutip dan '
        "kurungnya.",
        'cannot be read. Write it like name = "text", name = 15 or name = true; check quotes and brackets.',
    ),
    "settings.backslash": (
        "tanda \\ dalam tanda kutip ganda tidak dapat dibaca. Pakai tanda kutip tunggal ('D:\\kiriman') atau tanda / "
        '("D:/kiriman").',
        "a \\ within double quotes cannot be read. Use single quotes ('D:\\kiriman') or a / (\"D:/kiriman\").",
    ),
    "settings.twice": (
        "nama ini sudah tertulis di atas. Hapus salah satunya.",
        "this name stands above already. Remove one of them.",
    ),
    "settings.no_section": (
        'bagian "{nama}" tidak dikenal. Yang ada: {pilihan}.',
        'there is no section "{nama}". The sections: {pilihan}.',
    ),
    "settings.no_section_near": (
        'bagian "{nama}" tidak dikenal. Mungkin maksudnya [{calon}]? Yang ada: {pilihan}.',
        'there is no section "{nama}". Perhaps [{calon}]? The sections: {pilihan}.',
    ),
    "settings.no_key": (
        'kunci "{nama}" tidak dikenal. Di bagian ini ada: {pilihan}.',
        'there is no key "{nama}". This section has: {pilihan}.',
    ),
    "settings.no_key_near": (
        'kunci "{nama}" tidak dikenal. Mungkin maksudnya {calon}? Di bagian ini ada: {pilihan}.',
        'there is no key "{nama}". Perhaps {calon}? This section has: {pilihan}.',
    ),
    "settings.bad_value": (
        "{kunci} tidak dapat bernilai {nilai}. Tulis {harapan}.",
        "{kunci} cannot be {nilai}. Write {harapan}.",
    ),
    "settings.contradiction": ("{sebab}", "{sebab}"),
}
