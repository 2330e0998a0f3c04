"""The closed lists that several report types share: canonical word → other spellings that districts write.

Case, punctuation and blanks need no spelling of their own. A word that could mean two of a list ("APBD",
"DAK") is left out on purpose: it becomes a finding, never a guess.
"""

from schemas.phrases import phrases

Categories = dict[str, tuple[str, ...]]

SUMBER_DANA: Categories = {
    "APBN": phrases("""
        APBN Murni | APBN Kementerian Perindustrian | APBN Kemenperin | APBN Pusat | Dana APBN
        | Anggaran Pendapatan dan Belanja Negara | Dekonsentrasi | Dana Dekonsentrasi | Dekon | APBN Dekon
        | APBN Dekonsentrasi | APBN Tugas Pembantuan | DIPA | DIPA Kemenperin | DIPA Kementerian Perindustrian
        | Kementerian Perindustrian | Kemenperin
    """),
    "DAK Fisik": phrases("""
        DAK Fisik Reguler | DAK Fisik Penugasan | DAK Fisik Tematik | Dana Alokasi Khusus Fisik
        | DAK Fisik IKM | DAK Fisik Bidang IKM | DAK Fisik Bidang Industri Kecil dan Menengah | DAK-F
        | DAK (Fisik) | Dana DAK Fisik | APBN DAK Fisik | APBD DAK Fisik | DAK Fisik Sentra IKM
    """),
    "DAK Nonfisik": phrases("""
        DAK Non Fisik | DAK NF | DAK NonFisik PK2UKM | Dana Alokasi Khusus Nonfisik
        | Dana Alokasi Khusus Non Fisik | DAK Non Fisik IKM | DAK Nonfisik IKM | DAK (Non Fisik)
        | DAK (Nonfisik) | Dana DAK Non Fisik | DAK-NF | DAK Non Fisik Bidang IKM
        | DAK Nonfisik Peningkatan Kapasitas IKM | APBN DAK Non Fisik | DAK Nonfisik PKUMK
    """),
    "APBD Provinsi": phrases("""
        APBD I | APBD 1 | APBD Prov | APBD Propinsi | APBD Tk. I | APBD Tingkat I | APBD Tk I
        | APBD Provinsi Sulsel | APBD Prov. Sulsel | APBD Provinsi Sulawesi Selatan | APBD Sulsel
        | APBD Sulawesi Selatan | Anggaran Pendapatan dan Belanja Daerah Provinsi | Dana APBD Provinsi
        | APBDP Provinsi | APBD-P Provinsi | APBD Perubahan Provinsi | Provinsi | APBD I Provinsi
        | APBD Provinsi Bali | APBD Provinsi Sulawesi Tenggara | APBD Prov. Sultra
    """),
    "APBD Kabupaten/Kota": phrases("""
        APBD II | APBD 2 | APBD Kab | APBD Kota | APBD Kabupaten | APBD Kab/Kota | APBD Kab. Kota
        | APBD Tk. II | APBD Tingkat II | APBD Tk II | APBD Daerah Kabupaten | APBD Kabupaten Kota
        | APBD Kab./Kota | APBD Perubahan Kabupaten | APBD Perubahan Kota | APBDP Kabupaten | APBD-P Kabupaten
        | APBD-P Kota | Dana APBD Kabupaten | Dana APBD Kota | APBD II Kabupaten | APBD II Kota | APBD Pemkab
        | APBD Pemkot | Anggaran Pendapatan dan Belanja Daerah Kabupaten
        | Anggaran Pendapatan dan Belanja Daerah Kabupaten/Kota | Anggaran Pendapatan dan Belanja Daerah Kota
    """),
    "CSR": phrases("""
        Dana CSR | CSR Perusahaan | CSR BUMN | CSR Bank | CSR Bank Sulselbar | CSR Swasta | CSR BUMD
        | CSR PT Vale | Corporate Social Responsibility | TJSL | TJSLP | TJSP | PKBL | Program CSR
        | Bantuan CSR | Tanggung Jawab Sosial Perusahaan | Tanggung Jawab Sosial dan Lingkungan | Swasta/CSR
        | CSR/TJSL
    """),
    "Swadaya": phrases("""
        Swadaya Masyarakat | Swadana | Mandiri | Dana Mandiri | Dana Sendiri | Biaya Sendiri | Pribadi
        | Dana Pribadi | Swadaya Kelompok | Swadaya Pelaku Usaha | Swadaya Murni | Swadaya IKM | Modal Sendiri
        | Dana Swadaya
    """),
}

METODE: Categories = {
    "pelatihan": phrases("""
        Bimtek | Bimbingan Teknis | Diklat | Pendidikan dan Pelatihan | Workshop | Lokakarya
        | Pelatihan Teknis | Pelatihan Keterampilan | Pelatihan Wirausaha Baru | Pelatihan Kewirausahaan
        | Pelatihan Manajemen | Pelatihan/Bimtek | Bimtek/Pelatihan | Training | Kursus | Pelatihan Vokasi
        | Pelatihan Dasar | Pelatihan Lanjutan | Bimtek Wirausaha Baru | Pelatihan Berbasis Kompetensi
        | In House Training | Peningkatan Kapasitas SDM | Pelatihan Peningkatan Mutu
    """),
    "pendampingan": phrases("""
        Pendampingan Usaha | Pendampingan Teknis | Mentoring | Pendampingan IKM | Bimbingan Lapangan
        | Pendampingan Lapangan | Pendampingan Tenaga Ahli | Pendampingan Lanjutan | Asistensi
    """),
    "magang": phrases("""
        Permagangan | Pemagangan | Magang Industri | Magang Kerja | Program Magang | Praktik Kerja
        | Praktek Kerja Lapangan | Magang IKM | OJT | On the Job Training
    """),
    "coaching clinic": phrases("""
        Couching Clinic | Coaching Clinik | Coaching | Klinik Bisnis | Klinik IKM | Coaching Klinik
        | Klinik Usaha | Coaching Clinic Pemasaran
    """),
    "fasilitasi": phrases("""
        Fasilitasi Usaha | Bantuan Fasilitasi | Fasilitasi Sertifikasi | Fasilitasi Halal | Fasilitasi Merek
        | Fasilitasi HKI | Fasilitasi Pameran | Fasilitasi Pemasaran | Fasilitasi Kemasan
        | Fasilitasi Sertifikat Halal | Fasilitasi Perizinan | Fasilitasi Bantuan Alat | Fasilitas
        | Fasilitasi Permodalan | Fasilitasi Mesin dan Peralatan | Pemberian Fasilitas
    """),
    "sosialisasi": phrases("""
        Penyuluhan | Seminar | Diseminasi | Sosialisasi Kebijakan | Webinar | Sosialisasi Program
        | Sosialisasi dan Edukasi | Penyebaran Informasi | Penyebarluasan Informasi | Edukasi
    """),
}

BENTUK_USAHA: Categories = {
    "Perorangan": phrases("""
        PO | Perusahaan Perorangan | Usaha Perorangan | Perseorangan | Usaha Perseorangan
        | Perusahaan Perseorangan | Orang Perseorangan | Orang Perorangan | Perorangan (Mikro) | Pribadi
        | Usaha Pribadi | Usaha Rumah Tangga | Rumah Tangga | Industri Rumah Tangga | IRT | Home Industry
        | Individu | Tidak Berbadan Hukum | Non Badan Hukum | Belum Berbadan Hukum | Usaha Rumahan | Informal
        | Non Formal | Non Badan Usaha | Bukan Badan Hukum | Bukan Badan Usaha
    """),
    "CV": phrases("""
        Commanditaire Vennootschap | Persekutuan Komanditer | CV (Persekutuan Komanditer) | Comanditer
        | Komanditer | Perseroan Komanditer | Persekutuan Komanditer (CV)
    """),
    "UD": phrases("Usaha Dagang | Perusahaan Dagang | UD/PD | UD (Usaha Dagang) | Usaha Dagang (UD)"),
    "PT": phrases("""
        Perseroan Terbatas | Perseroan | PT Perorangan | PT Perseorangan | Perseroan Perorangan
        | Perseroan Perseorangan | PT (Perseroan Terbatas) | Perseroan Terbatas (PT)
        | Perseroan Terbatas Perorangan
    """),
    "Koperasi": phrases("""
        Kop | Koperasi Produksi | Koperasi Produsen | KSU | Koperasi Serba Usaha | Koperasi Industri | KUD
        | Koperasi Unit Desa | Kopinkra | Koperasi Industri Kerajinan Rakyat | Koperasi Wanita | Kopwan
        | Koperasi Konsumen | Koperasi Jasa | Koperasi Petani | Koptan
    """),
    "KUB": phrases("""
        Kelompok Usaha Bersama | KUBE | Kelompok | Kelompok Usaha | Kelompok Usaha Bersama (KUB)
        | Kelompok IKM | Kelompok Nelayan | Kelompok Pengrajin | KUBE (Kelompok Usaha Bersama) | Poklahsar
        | Kelompok Perajin
    """),
    "Firma": phrases("Fa | Persekutuan Firma | Firma (Fa) | Fa (Firma)"),
    "Yayasan": phrases("Yay | Yayasan Sosial | Yayasan/Pesantren | Yayasan Pendidikan"),
}

CABANG_INDUSTRI: Categories = {
    "pangan": phrases("""
        Industri Pangan | Olahan Pangan | Pengolahan Pangan | Pengolahan Makanan | Makanan
        | Makanan dan Minuman | Mamin | Makanan & Minuman | Minuman | Industri Makanan | Industri Minuman
        | Industri Makanan dan Minuman | Kuliner | Pangan Olahan | Cabang Industri Pangan | Pangan dan Minuman
        | IKM Pangan | Pengolahan Hasil Laut | Pengolahan Hasil Pertanian | Industri Pengolahan Makanan
        | Industri Pengolahan Pangan | Pengolahan Ikan | Bahan Makanan | Industri Pangan, Minuman dan Tembakau
        | Tembakau | Pengolahan Tembakau | Makanan/Minuman | Makanan Ringan
    """),
    "sandang": phrases("""
        Industri Sandang | Tekstil | Tekstil dan Pakaian Jadi | Pakaian Jadi | Konveksi | Garmen | Fashion
        | Fesyen | Busana | Sandang dan Kulit | Kulit dan Alas Kaki | Alas Kaki | Pakaian
        | Industri Pakaian Jadi | Industri Tekstil | Kulit | Tekstil dan Produk Tekstil | TPT | Pertenunan
        | Tenun | Sandang/Konveksi | Cabang Industri Sandang | Bordir | Penjahitan | Industri Kulit | Batik
        | IKM Sandang | Sandang dan Fashion
    """),
    "kimia dan bahan bangunan": phrases("""
        Kimia | Bahan Bangunan | Kimia & Bahan Bangunan | Kimia dan Bhn Bangunan | Kimia & Bhn Bangunan | KBB
        | Kimia BB | Kimia/Bahan Bangunan | Industri Kimia | Industri Kimia dan Bahan Bangunan | Karet
        | Karet dan Plastik | Plastik | Barang Galian Bukan Logam | Galian Bukan Logam | Semen | Keramik
        | Batu Bata | Genteng | Industri Bahan Bangunan | Farmasi | Obat Tradisional | Kosmetik
        | Kimia dan Farmasi | Pupuk | Minyak Atsiri | Kimia Bahan Bangunan | Kimia, Bahan Bangunan
        | Bahan Galian | Bahan Galian Bukan Logam | Bahan Kimia | Industri Karet | Kertas | Pulp dan Kertas
        | Barang Kimia
    """),
    "logam dan elektronika": phrases("""
        Logam | Elektronika | Logam & Elektronika | Logam/Elektronika | Elektronika/Logam
        | Elektronika dan Logam | Mesin | Logam dan Mesin | Logam Mesin | Mesin dan Logam | Alat Angkut
        | Alat Transportasi | Logam Mesin dan Elektronika | Logam, Mesin dan Elektronika
        | Logam, Mesin, Elektronika dan Alat Angkut | LMEA | ILMEA | ILMATE | ILME | Logam, Mesin, Elektronika
        | Logam Mesin dan Alat Angkut | Industri Logam | Barang Logam | Elektronik | Pandai Besi
        | Elektronika dan Telematika | Logam dan Elektronik | Industri Logam dan Elektronika | Permesinan
        | Kapal | Galangan Kapal | Perbengkelan Logam | Logam Dasar | Barang dari Logam | Industri Mesin
        | Mesin dan Peralatan | Industri Alat Angkut | Telematika
    """),
    "kerajinan": phrases("""
        Industri Kerajinan | Kerajinan Tangan | Kerajinan Umum | Handicraft | Kriya | Anyaman
        | Kerajinan Rakyat | Cabang Industri Kerajinan | Seni Kriya | Kerajinan dan Umum | Ukiran
        | Kerajinan & Umum | Craft | Perhiasan | Souvenir | Cinderamata | Kerajinan Anyaman | IKM Kerajinan
        | Gerabah | Tembikar | Industri Kerajinan Rakyat
    """),
    "aneka": phrases("""
        Industri Aneka | Aneka Industri | Furniture dan Barang dari Kayu | Furniture | Furnitur | Mebel
        | Meubel | Meubelair | Kayu | Barang dari Kayu | Kayu dan Barang dari Kayu | Percetakan
        | Industri Lainnya | Aneka Lainnya | Percetakan dan Penerbitan | Pengolahan Kayu | Industri Kayu
        | Mainan | Alat Musik | Furnitur dan Kayu | Industri Furnitur | Penggergajian Kayu
        | Industri Percetakan | Industri Pengolahan Lainnya | Mebel Kayu | Sablon | Percetakan dan Sablon
        | Digital Printing | Barang Kayu | Industri Aneka Lainnya | Kayu dan Furniture | Mebel/Furniture
    """),
    "jasa": phrases("""
        Jasa Industri | Industri Jasa | Bengkel | Jasa Reparasi | Reparasi | Laundry | Vulkanis Ban
        | Vulkanisir Ban | Vulkanisir | Vulkanis | Variasi/Showroom | Variasi | Showroom | Bengkel Motor
        | Bengkel Mobil | Jasa Perbengkelan | Perbengkelan | Tambal Ban | Servis | Service | Jasa Servis
        | Jasa Lainnya | Reparasi Elektronik | Service Elektronik | Reparasi Kendaraan | Cuci Mobil
        | Cuci Motor | Pencucian Mobil | Pencucian Motor | Jasa Penjahitan | Servis Elektronik
        | Bengkel Sepeda Motor | Bengkel dan Reparasi | Jasa Laundry | Cucian | Binatu | Doorsmeer
        | Jasa Bengkel | Perbaikan Kendaraan | Fotokopi | Jasa Service | Jasa Las
    """),
}

STATUS_USAHA: Categories = {
    "aktif": phrases("""
        Masih Aktif | Beroperasi | Berjalan | Masih Berjalan | Masih Beroperasi | Operasi | Produksi | Jalan
        | Masih Produksi | Aktif Berproduksi | Aktif Produksi | Berproduksi | Ada | Buka
    """),
    "tidak aktif": phrases("""
        Nonaktif | Non Aktif | Tutup | Tidak Beroperasi | Sudah Tutup | Tidak Berjalan | Berhenti | Pasif
        | Bangkrut | Sudah Tidak Aktif | Tidak Aktif Lagi | Berhenti Produksi | Tidak Produksi
        | Tidak Berproduksi | Vakum | Tutup Sementara | Gulung Tikar | Tidak Jalan | Tidak Operasi | Mati
        | Berhenti Beroperasi
    """),
}
