"""Headings in reports of every kind that are no column of theirs: districts' own notes and their names."""

from schemas.phrases import phrases

# Columns that districts keep for themselves; a report that declares one of these wordings takes it first.
IGNORED_HEADINGS: tuple[str, ...] = phrases("""
    No | No. Urut | Nomor | Nomor Urut | Urut | No. Reg | Nomor Registrasi | Kode | ID | Nomor Induk | Ket
    | Keterangan | Keterangan Lain | Catatan | Catatan Lain | Penjelasan | Komentar | Paraf
    | Tanda Tangan Peserta | TTD | Tanda Tangan Penerima | Foto | Dokumentasi | Foto Kegiatan
    | Dokumentasi Kegiatan | Link Dokumentasi | Bukti | Umur | Usia | Umur (Tahun) | Pendidikan
    | Pendidikan Terakhir | Agama | Suku | Status Perkawinan | Tempat Lahir | Tanggal Lahir
    | Tempat/Tanggal Lahir | Tempat Tgl Lahir | TTL | Golongan Darah | Email | E-mail | Alamat Email | Surel
    | Website | Situs Web | Media Sosial | Medsos | Instagram | Facebook | Marketplace | Akun Media Sosial
    | Titik Koordinat | Koordinat | Koordinat Lokasi | Latitude | Longitude | Lintang | Bujur | LS | BT | GPS
    | NPWP | Nomor NPWP | Kode Pos | RT | RW | RT/RW | Nomor KK | Kartu Keluarga | Nomor Kartu Keluarga
    | Nomor Rekening | Rekening | Nama Bank | BPJS | Nomor SK | Merek | Merek Dagang | Nama Merek | Merk
    | Merk Produk | HKI | PIRT | P-IRT | Nomor PIRT | Halal | Sertifikat Halal | Sertifikasi Halal | BPOM
    | Izin Edar | SNI | TKDN | Sertifikat | Sertifikasi | Kemasan | Pemasaran | Daerah Pemasaran
    | Wilayah Pemasaran | Jangkauan Pemasaran | Tujuan Pemasaran | Negara Tujuan | Negara Tujuan Ekspor
    | Sumber Bahan Baku | Asal Bahan Baku | Jenis Bahan Baku | Bahan Baku Utama | Kebutuhan Bahan Baku
    | Volume Bahan Baku | Bahan Bakar | Energi | Jenis Mesin | Mesin/Peralatan | Peralatan yang Digunakan
    | Kendala | Permasalahan | Hambatan | Masalah yang Dihadapi | Solusi | Tindak Lanjut
    | Rencana Tindak Lanjut | Saran | Usulan Bantuan | Bantuan yang Pernah Diterima
    | Pelatihan yang Pernah Diikuti | Hari Kerja | Hari Kerja per Bulan | Jam Kerja | Lama Usaha
    | Lama Berdiri | Upah | Rata-rata Upah | Sisa Anggaran | Sisa Pagu | Sisa Dana | Sisa | Selisih | Deviasi
    | Silpa | Nilai Kontrak | Nomor Kontrak | Persen Keuangan | Persen Realisasi Keuangan | Persen Anggaran
    | Persen Serapan | Persen | Target Fisik | Target Keuangan | Persen Pertumbuhan | Pertumbuhan | Kontribusi
    | Share | Kenaikan | Rata-rata | Indikator | Indikator Kinerja | Target | Target Output | Output | Outcome
    | Capaian | Keluaran | Tolok Ukur | Kode Rekening | Kode Kegiatan | Kode Program | Kode Sub Kegiatan
    | PPTK | KPA | Penyedia | Rekanan | Nilai Tanah dan Bangunan | Luas Tempat Usaha | Luas Bangunan
    | Luas Lahan | Status Kepemilikan | Nomor SKU | Nomor SIUP | SIUP | TDP | TDI | IUI | Nomor Akta
    | Nomor Surat | Nomor Dokumen | Nomor MoU | Nomor Naskah | Nomor Perjanjian | Nomor BAST | Berita Acara
    | Merk/Type | Tipe | Spesifikasi | Spesifikasi Alat | Waktu | Pukul | Jam | Narasumber | Instruktur
    | Pengajar | Fasilitator | Materi | Materi Pelatihan | Lama Hari | Jumlah Hari | Jumlah Jam Pelajaran | JP
    | Durasi | Angkatan | Nilai Pre Test | Nilai Post Test | Jumlah Penduduk | Luas Wilayah | Jumlah Desa
    | Pengusul | Nama Pengusul | Diverifikasi | Verifikasi | Disetujui
""")

# A column that names each row's own kabupaten/kota; a report that declares one of these takes it first.
DISTRICT_HEADINGS: tuple[str, ...] = phrases("""
    Kabupaten/Kota | Kab/Kota | Kab./Kota | Kota/Kabupaten | Kota/Kab | Kabupaten | Kota | Kabupaten dan Kota
    | Nama Kabupaten | Nama Kabupaten/Kota | Nama Kab/Kota | Nama Kota | Nama Daerah | Daerah | Nama Wilayah
    | Wilayah | Wilayah Kabupaten/Kota | Wilayah Kerja | Pemerintah Daerah | Pemda | Pemerintah Kabupaten/Kota
    | Pemkab/Pemkot | Pemkab | Daerah Kabupaten/Kota | Asal Kabupaten/Kota | Asal Daerah | Kabupaten/Kota Asal
    | Daerah Asal | Daerah Sasaran | Wilayah Sasaran | Kabupaten/Kota Sasaran | Kabupaten/Kota Pelaksana
    | Lokasi Kabupaten/Kota | Kode Wilayah | Kode Kabupaten/Kota
    | Kode Kab/Kota | Kode Daerah | Daerah Tingkat II | Dati II | Dinas Kabupaten/Kota
    | Kabupaten/Kota Penerima | Kabupaten/Kota Lokasi Kegiatan | Provinsi/Kabupaten/Kota | Provinsi/Kab/Kota
""")
