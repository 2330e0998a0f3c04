"""Fictional names, goods and places of work that fill the made-up workbooks."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(";"))


FIRST = words(
    "Rahmat; Salma; Yusran; Fitri; Hamzah; Nirmala; Bakri; Wulan; Ilham; Megawati; Ridwan; Aminah; "
    "Taufik; Ratna; Zaenal; Dewi"
)
LAST = words(
    "Pradana; Maharani; Latuconsina; Gunawan; Paembonan; Safitri; Halim; Lestari; Daeng; Basri; "
    "Santoso; Manurung; Wirya"
)
GOODS = words(
    "Kripik singkong; Gula semut; Tenun ikat; Sapu ijuk; Kopi sangrai; Bandeng presto; Paving block; "
    "Tas rajut; Sirup pala; Mebel rotan; Tahu tempe; Abon tuna; Kue kering; Gerabah; Parang dan pisau; "
    "Minyak kayu putih"
)
WARES = words(
    "Mekar Sari; Tunas Harapan; Sumber Rezeki; Dua Saudara; Karya Muda; Bina Usaha; Cahaya Timur; Mitra "
    "Lestari"
)
TOOLS = words(
    "Mesin jahit; Mixer adonan; Oven gas; Mesin bubut; Penggiling kopi; Alat press; Kompresor; Vacuum sealer"
)
VENUES = words(
    "Balai Desa; Aula Kantor Bupati; Gedung Wanita; Hotel Melati Indah; Lapangan Kota; Gedung Serba Guna"
)
PARTNERS = words(
    "Bank Daerah; Universitas Nusantara; Politeknik Bahari; PT Mitra Pangan; Yayasan Karya Desa; SMK Harapan"
)
SKILLS = words(
    "Pengemasan; Manajemen usaha; Pewarnaan alam; Pengolahan hasil laut; Las dan fabrikasi; Pemasaran daring"
)
SHOPS = words(
    "Toko Makmur; Swalayan Segar; UD Beras Jaya; Koperasi Pasar; CV Niaga Rakyat; Minimarket Kita; Kios "
    "Ibu Sri"
)
VISITORS = words(
    "Dinas Perindustrian Jawa Tengah; DPRD Kota Batu; Dekranasda Bali; Universitas Nusantara; Pemkab Malang"
)
CODES = words(
    "10710; 10732; 10771; 10794; 13912; 14112; 15129; 16213; 16293; 23932; 25130; 31001; 32509; 10423; 16102"
)
SUBJECTS = words(
    "Pengembangan SDM industri; Pendirian inkubator; Pemasaran produk IKM; Uji mutu produk; Magang siswa"
)
UNITS = words("kg; ton; liter; bungkus; buah; lembar; pasang")
