"""The vocabulary of headings that all report types share: abbreviations, synonyms, words of little weight.

Keys and values are single lower-case tokens without punctuation (values of ``ABBREVIATIONS`` may hold
several words). Wordings of a column stand with the column; here stands only what holds for every column.
"""


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that separates them by ``|``, with inner blanks and line breaks folded to one.

    >>> phrases("Nama Usaha | Nama\\n Perusahaan")
    ('Nama Usaha', 'Nama Perusahaan')
    """
    folded = (" ".join(part.split()) for part in text.split("|"))
    return tuple(part for part in folded if part)


def _pairs(text: str) -> dict[str, str]:
    """``{"jml": "jumlah", "jlh": "jumlah"}`` from lines of the form ``jml jlh = jumlah``."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        short, _, full = line.partition("=")
        found.update({one: full.strip() for one in short.split()})
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS: dict[str, str] = _pairs("""
    byk bnyk = banyak
    hr = hari
    jl jln = jalan
    lingk lingkg = lingkungan
    bant = bantuan
    nil = nilai
    perusah = perusahaan
    angg = anggaran
    masy = masyarakat
    indst = industri
    gol = golongan
    brg = barang
    wil = wilayah
    kompet = kompetensi
    est = estimasi
    pend = pendampingan
    narsum = narasumber
    pengunj = pengunjung
    pdpt = pendapatan
    ttgl = tanggal
    laks = pelaksanaan
    terlaks = terlaksana
    instns = instansi
    rmb = rombongan
    romb = rombongan
    agd = agenda
    dlm = dalam
    blm = belum
    mit = mitra
    jml jlh jmlh jumlh jumla jmlah jum jumalah = jumlah
    tot = total
    nm nma nama2 = nama
    no nmr nomer nr = nomor
    thn th = tahun
    tgl tg tggl tnggl = tanggal
    bln bl = bulan
    keg kgt kegt kgtn = kegiatan
    subkegiatan subkeg = sub kegiatan
    prog prgm progr = program
    prod prd produk2 = produksi
    bhn bhan = bahan
    bb = bahan baku
    bp = bahan penolong
    bbbp = bahan baku bahan penolong
    invest inv invs investas = investasi
    tk naker tenker = tenaga kerja
    lk l pria lelaki laki2 lakilaki = laki
    pr p wanita pwt wnt prp prmp = perempuan
    ds = desa
    dsn = dusun
    klh = kelurahan
    kel kelu = kelurahan
    kec kcmtn kecmtn = kecamatan
    kab kabup = kabupaten
    prov prop propinsi = provinsi
    sbr smbr sumb = sumber
    sumberdana = sumber dana
    penanggungjawab = penanggung jawab
    bertanggungjawab = bertanggung jawab
    bahanbaku = bahan baku
    tenagakerja = tenaga kerja
    unitusaha = unit usaha
    jeniskelamin = jenis kelamin
    serahterima = serah terima
    narahubung = kontak person
    kontakperson cp = kontak person
    dn = dana
    real realis realisasinya = realisasi
    keu keuang = keuangan
    fis = fisik
    ang anggr anggrn = anggaran
    vol volum = volume
    sat stn satn = satuan
    hrg hrga = harga
    hrgsat = harga satuan
    telp tlp tlpn telpon tel tlf telf telepun phone = telepon
    hp wa whatsapp whatsap ponsel hape handphone handpone selular seluler gsm = telepon
    ktp ektp = nik
    jk sex seks gender = jenis kelamin
    klmn kelmin = kelamin
    jns jenisnya = jenis
    kls klasifikasinya = klasifikasi
    prsh persh perush perusahan prusahaan = perusahaan
    ush usha = usaha
    unt = unit
    bdn = badan
    btk bntk = bentuk
    almt alm = alamat
    lok lks loksi = lokasi
    tmpt tmp tpt = tempat
    wkt wktu = waktu
    pelaks plks pelak = pelaksanaan
    penyel penyelengg = penyelenggara
    psrt pst pserta = peserta
    pelat pltn plthn = pelatihan
    pemb = pembinaan
    komod kmdt = komoditas
    kap kapas kpsts = kapasitas
    ind indstr inds = industri
    cab cbg = cabang
    ket ketr = keterangan
    trans = transaksi
    subs = subsidi
    rek rekap = rekapitulasi
    wub = wirausaha baru
    wirus = wirausaha
    eksp = ekspor
    pj pjwb = penanggung jawab
    prior priorts = prioritas
    ppi pimp = pimpinan
    rombong = rombongan
    instans inst = instansi
    perk prkr prkrn perkir = perkiraan
    estim = estimasi
    keb kebth = kebutuhan
    komp kompt = kompetensi
    tt ttd = tanda tangan
    berl = berlaku
    mulainya = mulai
    sd = sampai
    thp = tahap
    tdk = tidak
    pemasar = pemasaran
    pmlk pemlk = pemilik
    pgsh pengush = pengusaha
    pnrm penrm = penerima
    btuan bntuan = bantuan
    alt = alat
    kond kndisi = kondisi
    transaks trx = transaksi
    pembl = pembeli
    sntr = sentra
    wrkshp wshop = workshop
    brdr = berdiri
    kunj kjg = kunjungan
    ruling = ruang lingkup
    dok = dokumen
    mtr = mitra
    bid = bidang
    sek sekt = sektor
    subsektor = sub sektor
    pekerj = pekerjaan
    kep = kepala
    pks = perjanjian
    pers prosen persentase prosentase persentasi pct = persen
    urt = urut
    org = orang
    pekerja karyawan buruh pegawai = tenaga kerja
    kerjasama = kerja sama
    penandatanganan ditandatangani tandatangan = tanda tangan
    klp kelp klpk = kelompok
""")

# Same meaning in every heading; the right-hand word is the one the columns are declared with.
SYNONYMS: dict[str, str] = _pairs("""
    omset omzetnya = omzet
    ijin perijinan perizinan = izin
    komoditi komuditi komuditas = komoditas
    kelurahan kampung nagari gampong pekon = desa
    distrik = kecamatan
    kotamadya = kota
    progress = progres
    obyek = objek
    personel = personil
    ritel = retail
    study = studi
    kluster = klaster
    coordinator = koordinator
    besarnya = besaran

    korporasi = perusahaan
    finansial uang = keuangan
    sampai hingga akhir berakhir berakhirnya ditutup tutup penutupan = selesai
    awal dimulai dimulainya dibuka buka pembukaan = mulai
    tahunan = tahun
    tiap setiap = per
    biayanya = biaya
    jumlahnya banyaknya banyak kuantitas qty kwantitas = jumlah
    pendanaan pembiayaan = dana
    ekspornya = ekspor
    perempuannya = perempuan
    terealisasi = realisasi
    pagunya = pagu
    venue = lokasi
    satuannya = satuan
    hasilnya = hasil
""")

# Words that many headings share: they say little about which column it is.
WEAK_WORDS: frozenset[str] = _words("""
    nama jumlah nilai nomor jenis data total daftar tahun rata status tempat tanggal bentuk kode lengkap
    uraian waktu besar besaran usaha pelaksanaan kegiatan industri ikm unit hasil macam rincian
    bulan semester triwulan periode sub kelompok
""")

# Words without meaning in a heading; "per", "dan" and "s.d." tie words together but never tell columns apart.
FILLERS: frozenset[str] = _words("""
    yang dari pada di ke untuk ini oleh dan atau serta dengan dalam per adalah sebagai tersebut
    rp rupiah idr ribu ribuan juta jutaan milyar miliar milyard rb jt dlm utk yg dgn dr pd dg
    nya si sang the of and ybs bersangkutan dimaksud tsb masing setahun sebulan
""")

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
    | Daerah Asal | Daerah Sasaran | Wilayah Sasaran | Kabupaten/Kota Sasaran | Kabupaten/Kota Pelaksana | Lokasi Kabupaten/Kota | Kode Wilayah | Kode Kabupaten/Kota
    | Kode Kab/Kota | Kode Daerah | Daerah Tingkat II | Dati II | Dinas Kabupaten/Kota
    | Kabupaten/Kota Penerima | Kabupaten/Kota Lokasi Kegiatan | Provinsi/Kabupaten/Kota | Provinsi/Kab/Kota
""")

# Two words cut to a letter each are written out together: alone the letters mean nothing.
ABBREVIATED_PHRASES: dict[str, str] = {
    "t kerja": "tenaga kerja",
    "tng kerja": "tenaga kerja",
    "tenaga krj": "tenaga kerja",
    "b baku": "bahan baku",
    "bhn bk": "bahan baku",
    "j kelamin": "jenis kelamin",
    "jns kel": "jenis kelamin",
    "jenis kel": "jenis kelamin",
    "u usaha": "unit usaha",
    "s dana": "sumber dana",
}

# Words that turn a heading into another column: where one side has the word and the other not, they differ.
DECISIVE_WORDS = frozenset({"laki", "perempuan", "mulai", "selesai", "fisik", "harga", "ekspor"})

# Words that turn a number into one of another time or kind: no wording has them, so such a column is not ours.
FOREIGN_WORDS = frozenset(
    "lalu sebelumnya target rencana proyeksi ramalan formal informal kenaikan penurunan pertumbuhan selisih sisa"
    " listrik lahan impor pajak cicilan utang hutang kredit".split()
)

# Words cut short inside the cells of a category column ("tdk aktif", "kunj. balasan").
VALUE_ABBREVIATIONS: dict[str, str] = {
    "ind": "industri",
    "tdk": "tidak",
    "tak": "tidak",
    "blm": "belum",
    "sdh": "sudah",
    "kunj": "kunjungan",
    "krj": "kerja",
    "koord": "koordinasi",
    "pendamp": "pendampingan",
    "pelat": "pelatihan",
    "sos": "sosialisasi",
    "fas": "fasilitasi",
    "pemb": "pembangunan",
    "ditandatangan": "ditandatangani",
    "prov": "provinsi",
    "kab": "kabupaten",
    "kerajnn": "kerajinan",
    "bhn": "bahan",
    "bgn": "bangunan",
    "bang": "bangunan",
    "elektro": "elektronika",
    "rsk": "rusak",
    "rgn": "ringan",
    "brt": "berat",
}
