"""Headings above the columns of the made-up workbooks.

Per report and column, divided by " | ": first the plain wording most offices print, then fresh ones as a
hurried officer would write them. The fresh ones were written without looking at the vocabulary of the
schemas, so that what is measured with them is understanding and not memory.
"""

from __future__ import annotations

DESA = "Desa/Kelurahan | Nm. Desa / Kel | Desa atau Lurah Tempat Usaha | Ds./Klh. | Kel. / Desa Domisili"
KECAMATAN = "Kecamatan | Wil. Kecamatan | Nm. Kec. | Kcmtn | Kecamatan Lokasi"
NIK = "NIK | Nmr. Induk Kependudukan (KTP) | No. e-KTP | No. Identitas (NIK/KTP) | N.I.K. sesuai KTP"
GENDER = "Jenis Kelamin | Jns Kel. (L/P) | L / P | Jenis Klmn | Gender (Lk/Pr)"
TELEPON = "No. HP | Nmr. HP / WA aktif | Kontak yg bisa dihubungi (HP) | Tlp. / Seluler | No. WhatsApp"
SUMBER = "Sumber Dana | Asal Dana | Sbr. Pendanaan | Dibiayai dari | Sumber Pembiayaan Keg."
ALAMAT = "Alamat | Alamat Tempat Tinggal (Jl./Dusun) | Jalan / Lingkungan | Almt. | Tempat Tinggal / Alamat"

WORDINGS: dict[str, dict[str, str]] = {
    "ikm": {
        "nama_usaha": "Nama Perusahaan | Nm. Perush. | Merek/Nama IKM ybs | Nama Badan Usaha / IKM",
        "nama_pemilik": "Nama Pemilik | Yg Bertanggung Jawab | Nm. Pengush./Pimp. | Nama Pelaku IKM",
        "jenis_kelamin": GENDER,
        "nik": NIK,
        "nib": "NIB | Nmr. Induk Brusaha | No. NIB (OSS) | NIB dari OSS-RBA",
        "alamat": ALAMAT,
        "desa": DESA,
        "kecamatan": KECAMATAN,
        "telepon": TELEPON,
        "bentuk_usaha": "Bentuk Usaha | Btk. Badan Hukum | Legalitas Badan (PT/CV/UD) | Badan Hukum Perush.",
        "tahun_izin": "Tahun Izin | Thn. Terbit Ijin Usaha | Izin Terbit Tahun | Thn Perizinan",
        "kbli": "KBLI | Kode KBLI 5 Digit | No. KBLI Usaha | Kode Lap. Usaha (KBLI) | K B L I",
        "komoditas": "Komoditi | Produk yg Dihasilkan | Brg. Hasil Olahan | Macam Produk Utama",
        "cabang_industri": "Cabang Industri | Kelompok Cab. Industri | Cab. Ind. | Gol. Industri",
        "tenaga_kerja_l": "Tenaga Kerja Laki-laki | Jml Naker Pria | Pekerja Lk (org) | T.K. Laki2",
        "tenaga_kerja_p": "Tenaga Kerja Perempuan | Jml Naker Wanita | Pekerja Pr (org) | T.K. Perempuan",
        "tenaga_kerja": "Tenaga Kerja | Total Naker | Jml Karyawan/Pekerja | Serapan T. Kerja",
        "nilai_investasi": "Nilai Investasi | Modal Usaha | Besarnya Modal/Investasi | Nil. Inv.",
        "kapasitas_produksi": "Kapasitas Produksi | "
        "Kap. Prod. Terpasang | Kemampuan Produksi | Kpsts Produksi per Thn",
        "satuan_produksi": "Satuan | Sat. Kapasitas | Satuan Produknya | Sat. (Kg/Bh/dll)",
        "nilai_produksi": "Nilai Produksi | "
        "Hasil Penjualan per Thn | Nil. Prod. setahun | Perkiraan Omzet/Nilai Prod.",
        "nilai_bahan_baku": "Nilai Bahan Baku | Nil. BB + BP | Biaya Bahan Baku/Penolong | Belanja Bhn Baku",
        "status": "Status | Ket. Aktif/Tdk | Msh Beroperasi? | Keaktifan Usaha",
    },
    "rekap": {
        "kelompok": "Kecamatan | Kec./Wilayah | Nama Kec. | Rincian per Kecamatan",
        "jumlah_unit": "Jumlah Unit Usaha | Byk. Unit Ush. | Jml Perush. (Unit) | Populasi IKM",
        "tenaga_kerja": "Tenaga Kerja | Penyerapan Naker (Org) | Jml. T. Kerja Terserap | Naker Total",
        "nilai_investasi": "Nilai Investasi | Modal Tertanam | Nil. Investasi Keseluruhan | Jml Investasi",
        "nilai_produksi": "Nilai Produksi | "
        "Nil. Prod. se-Tahun | Hasil Produksi (Nilai) | Jml Nilai Produksi",
        "nilai_bahan_baku": "Nilai Bahan Baku | "
        "Nil. Bhn Baku & Penolong | Bahan Baku Dipakai | Jml Nilai BB/BP",
        "nilai_ekspor": "Nilai Ekspor | Nil. Eksp. | Penjualan Luar Negeri / Ekspor | Jml Ekspor",
        "wirausaha_baru": "Wirausaha Baru | "
        "Jml WUB Tumbuh | Wirausaha Industri Baru yg Terbentuk | Penambahan WUB (Org)",
    },
    "pembinaan": {
        "nama_kegiatan": "Nama Kegiatan | "
        "Kegiatan yg Dilaks. | Judul Pembinaan / Bimtek | Nm. Keg. Pembinaan IKM",
        "metode": "Metode | Bentuk Pembinaan | Cara Pembinaan (Pelatihan/Magang dll) | Mtd. Pembinaan",
        "komoditas": "Komoditi | Komoditi yg Dibina | Produk Sasaran | Bidang Usaha/Produk",
        "tanggal_mulai": "Tanggal Pelaksanaan | Pelaksanaan Tgl | Hr/Tgl Kegiatan Dilaks. | Wkt. Pelaks.",
        "tanggal_selesai": "Tanggal Selesai | Tgl Berakhir Kegiatan | Ditutup Tgl | Hr. Terakhir",
        "lokasi": "Lokasi | Tempat Kegiatan Dilaks. | Bertempat di | Tmpt. Pelaks.",
        "kecamatan": KECAMATAN,
        "penyelenggara": "Penyelenggara | Instansi Pelaksana Keg. | Dilaksanakan oleh | OPD Penyelenggara",
        "mitra": "Mitra | Bekerja sama dgn | Instansi Mitra / Pendukung | Mitra Kerja Keg.",
        "jumlah_peserta": "Jumlah Peserta | Byk. Peserta | Jml Pst. (Org) | Peserta yg Hadir Seluruhnya",
        "peserta_l": "Peserta Laki-laki | Peserta Pria (org) | Pst. Lk | Jml Peserta Lk-lk",
        "peserta_p": "Peserta Perempuan | Peserta Wanita (org) | Pst. Pr | Jml Peserta Pr",
        "sumber_dana": SUMBER,
        "anggaran": "Anggaran | Pagu Angg. Keg. | Dana yg Dianggarkan | Jml Angg. Tersedia",
        "realisasi": "Realisasi | Terealisasi | Real. Keu. | Dana Terpakai | Penyerapan Angg.",
        "keterangan": "Keterangan | Ket. Lain | Catatan Kegiatan | Hal-hal Lain",
    },
    "peserta": {
        "nama_peserta": "Nama Peserta | Nm. Peserta Lengkap | Nama Org. yg Ikut | Peserta (Nama)",
        "nik": NIK,
        "jenis_kelamin": GENDER,
        "nama_usaha": "Nama Usaha | Asal Usaha / IKM | Nm. IKM Peserta | Usaha yg Dimiliki",
        "alamat": ALAMAT,
        "desa": DESA,
        "kecamatan": KECAMATAN,
        "telepon": TELEPON,
        "nama_kegiatan": "Nama Kegiatan | "
        "Pelatihan yg Diikuti | Mengikuti Kegiatan | Keg. yg Diikuti Peserta",
        "metode": "Metode | Bentuk Pembinaan | Jns. Pembinaan | Cara Pembinaan",
        "komoditas": "Komoditi | Produk Usaha Peserta | Brg. yg Dihasilkan | Hasil Produk",
        "tanggal_mulai": "Tanggal Pelaksanaan | Wkt. Pelatihan | Dilaks. Tgl | Tgl Ikut Pelatihan",
        "tanggal_selesai": "Tanggal Selesai | Tgl Penutupan | Ditutup Tgl | Berakhir Tgl",
    },
    "bantuan_alat": {
        "nama_penerima": "Nama Penerima | Nm. Penerima Bant. | Penerima Manfaat | Diserahkan kepada",
        "nama_pemilik": "Nama Pemilik | Ketua Kelompok / Pemilik | Nm. Ketua KUB | Pimp. Kelompok",
        "nik": NIK,
        "desa": DESA,
        "kecamatan": KECAMATAN,
        "nama_alat": "Nama Alat | Jns. Mesin / Peralatan | Bantuan berupa (Alat) | Nm. Brg/Alat Bantuan",
        "jumlah": "Jumlah | Banyaknya | Byk. Alat | Jml Brg | Kuantitas Alat",
        "satuan": "Satuan | Sat. | Stn. Brg | Satuan Hitung",
        "harga_satuan": "Harga Satuan | Hrg. per Unit | Hrg Sat. | Harga tiap Alat",
        "nilai": "Nilai | Total Harga Bantuan | Jml. Hrg. | Nilai Keseluruhan Bantuan",
        "tanggal_serah": "Tanggal Serah Terima | Diserahkan Tgl | Tgl BAST | Wkt. Penyerahan Alat",
        "sumber_dana": SUMBER,
        "kondisi": "Kondisi | Keadaan Alat Skrg | Kond. Brg (Baik/Rusak) | Kelayakan Alat",
    },
    "pasar_murah": {
        "tanggal_mulai": "Tanggal | Pelaksanaan Tgl | Hr/Tgl Digelar | Wkt. Pelaks. Pasar Murah",
        "tanggal_selesai": "Tanggal Selesai | Tgl Penutupan | Ditutup Tgl | Berakhir Tgl",
        "lokasi": "Lokasi | Tempat Digelar | Bertempat di | Titik Pasar Murah | Tmpt. Pelaks.",
        "kecamatan": KECAMATAN,
        "model": "Model | Pola (Subsidi/Diskon) | Bentuk Keringanan Harga | Skema Subsidi / Diskon",
        "nama_retail": "Nama Retail | "
        "Ritel yg Ikut Serta | Toko / Distributor Peserta | Nm. Penyedia (Ritel)",
        "nilai_transaksi": "Nilai Transaksi | Jml Penjualan | Nil. Trans. | Omzet yg Dicapai",
        "jumlah_pembeli": "Jumlah Pembeli | Warga yg Belanja (Org) | Byk. Pembeli | Jml Pengunjung Belanja",
        "nilai_subsidi": "Nilai Subsidi | Subsidi yg Dibayar | Jml Subsidi Pemerintah | Besar Subs.",
    },
    "sentra": {
        "nama_sentra": "Nama Sentra | Nm. Sentra Ind. | Sentra / Kampung Industri | Sentra IKM yg Dibina",
        "komoditas": "Komoditi | Produk Andalan Sentra | Brg. yg Diproduksi | Bidang Usaha/Produk",
        "desa": DESA,
        "kecamatan": KECAMATAN,
        "jumlah_unit": "Jumlah Unit Usaha | Byk. IKM di dalamnya | Anggota Sentra (Unit) | Jml Unit Ush.",
        "jumlah_workshop": "Jumlah Workshop | "
        "Bengkel Kerja / Workshop (Bh) | Byk. Workshop | Rumah Produksi/Workshop",
        "tenaga_kerja": "Tenaga Kerja | Jml Naker Terserap | Pekerja di Sentra (Org) | Byk. T. Kerja",
        "nilai_produksi": "Nilai Produksi | "
        "Nil. Prod. Sentra / Thn | Hasil Penjualan per Thn | Produksi setahun (Nilai)",
        "tahun_berdiri": "Tahun Berdiri | Berdiri sejak Thn | Thn. Dibentuk | Th. Pendirian Sentra",
        "status": "Status | Kondisi Sentra Skrg | Sdh Jalan / Blm | Ket. Operasional",
        "sumber_dana": SUMBER,
    },
    "anggaran": {
        "program": "Program | Nm. Program | Program pd DPA | Prog. Urusan Perindustrian",
        "nama_kegiatan": "Nama Kegiatan | Keg. / Sub Keg. DPA | Rincian Sub Keg. | Nm. Sub Kegiatan",
        "sumber_dana": SUMBER,
        "pagu": "Pagu | Pagu DPA Murni | Angg. Tersedia | Dana Dialokasikan | Jml Pagu Keg.",
        "realisasi": "Realisasi Keuangan | Terealisasi | Real. Keu. | SP2D Terbit",
        "realisasi_fisik": "Realisasi Fisik (%) | Prog. Fisik % | Kemajuan Fisik (%) | Bobot Fisik %",
    },
    "kerja_sama": {
        "mitra": "Mitra | Pihak yg Diajak Kerja Sama | Lembaga / Instansi Partner | Dgn Siapa Bekerja Sama",
        "jenis_dokumen": "Jenis Dokumen | Btk. Naskah (MoU/PKS) | Macam Naskah Kerja Sama | Jns. Naskah",
        "tentang": "Tentang | Isi Pokok Kerja Sama | Hal yg Diperjanjikan | Obyek Kerja Sama",
        "tanggal_tanda_tangan": "Tanggal Tanda Tangan | Diteken Tgl | Tgl TTD Naskah | Ditandatangani pd Tgl",
        "berlaku_sampai": "Berlaku Sampai | "
        "Berakhirnya Kerja Sama Tgl | Jatuh Tempo Naskah | Habis Masa Berlaku",
        "status": "Status | Progres Naskah | Sdh sampai Tahap | Perkembangan Kerja Sama",
    },
    "potensi": {
        "kecamatan": KECAMATAN,
        "desa": DESA,
        "komoditas": "Komoditi Unggulan | Produk/Hasil Andalan | Potensi yg Menonjol | Komdt. Unggulan Desa",
        "sektor": "Sektor | Bidang (Ternak, Tani, Ikan dll) | Sub Sektor Usaha | Kel. Sektor",
        "volume": "Volume | Jml Hasil per Thn | Produksi setahun | Vol. Prod.",
        "satuan": "Satuan | Sat. | Stn. Hasil | Satuan Ukur",
        "jumlah_pelaku": "Jumlah Pelaku | "
        "Byk. Org. yg Mengusahakan | Pelaku Ush. (Org) | Jml Warga Pelaku Usaha",
        "kebutuhan_kompetensi": "Kebutuhan Kompetensi | "
        "Keahlian yg Dibutuhkan | Perlu Dilatih di Bidang | Ketrampilan yg Diperlukan",
    },
    "usulan": {
        "kecamatan": KECAMATAN,
        "desa": DESA,
        "uraian": "Uraian Usulan | Yg Diusulkan Masy. | Permintaan Warga | Isi Usulan Desa",
        "volume": "Volume | Banyaknya | Vol. yg Diminta | Jml yg Diusulkan",
        "satuan": "Satuan | Sat. | Stn. | Satuan Ukur",
        "perkiraan_biaya": "Perkiraan Biaya | Taksiran Dana | Kira-kira Biayanya | Prakiraan Angg.",
        "sumber_dana": SUMBER,
        "prioritas": "Prioritas | Urutan Kepentingan | Prior. ke- | Rangking Prioritas",
    },
    "kunjungan": {
        "tanggal": "Tanggal | Hr/Tgl Berkunjung | Wkt. Kunj. | Tgl Datang",
        "jenis": "Jenis Kunjungan | Macam Kunj. | Bentuk Kunj./Rapat | Sifat Kunjungan",
        "asal": "Asal Rombongan | Instansi yg Datang | Rombongan dari | Tamu dari",
        "tujuan": "Tujuan | Tempat yg Dikunjungi | Diterima di | Lokasi yg Didatangi",
        "jumlah_orang": "Jumlah Orang | Byk. Rombongan (Org) | Jml Tamu | Banyaknya Tamu yg Hadir",
        "pimpinan": "Pimpinan Rombongan | Kep. Rombongan | Dipimpin oleh | Nm. Ketua Rombongan",
        "agenda": "Agenda | Acara yg Dibahas | Maksud Kunj. | Hal yg Dibicarakan",
    },
}


def wordings(report: str, column: str) -> tuple[str, ...]:
    """The headings of a column: the plain one first, then the fresh ones. KeyError for an unknown column."""
    return tuple(WORDINGS[report][column].split(" | "))
