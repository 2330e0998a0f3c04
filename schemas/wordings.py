"""The vocabulary of headings that all report types share: abbreviations, synonyms, words of little weight.

Keys and values are single lower-case tokens without punctuation (values of ``ABBREVIATIONS`` may hold
several words). Wordings of a column stand with the column; here stands only what holds for every column.
"""

from schemas.phrases import pairs

ABBREVIATIONS: dict[str, str] = pairs("""
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
    uu = unit usaha
    org = orang
    pekerja karyawan buruh pegawai = tenaga kerja
    kerjasama = kerja sama
    penandatanganan ditandatangani tandatangan = tanda tangan
    klp kelp klpk = kelompok
""")

# Same meaning in every heading; the right-hand word is the one the columns are declared with.
SYNONYMS: dict[str, str] = pairs("""
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
WEAK_WORDS: frozenset[str] = frozenset(
    """
    nama jumlah nilai nomor jenis data total daftar tahun rata status tempat tanggal bentuk kode lengkap
    uraian waktu besar besaran usaha pelaksanaan kegiatan industri ikm unit hasil macam rincian
    bulan semester triwulan periode sub kelompok
    """.split()
)

# Words without meaning in a heading; "per", "dan" and "s.d." tie words together but never tell columns apart.
FILLERS: frozenset[str] = frozenset(
    """
    yang dari pada di ke untuk ini oleh dan atau serta dengan dalam per adalah sebagai tersebut
    rp rupiah idr ribu ribuan juta jutaan milyar miliar milyard rb jt dlm utk yg dgn dr pd dg
    nya si sang the of and ybs bersangkutan dimaksud tsb masing setahun sebulan
    """.split()
)

# Two words cut to a letter each are written out together: alone the letters mean nothing.
ABBREVIATED_PHRASES: dict[str, str] = {
    "t kerja": "tenaga kerja",
    "kel industri": "kelompok industri",
    "kel usaha": "kelompok usaha",
    "kel komoditi": "kelompok komoditas",
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
