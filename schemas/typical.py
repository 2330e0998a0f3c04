"""Words that the texts of a column often hold: evidence where two headings are near each other."""

BUSINESS_WORDS: tuple[str, ...] = tuple(
    "ud cv pt pd kub kube koperasi toko usaha ikm industri kelompok bengkel pabrik rumah perusahaan kios jaya".split()
)
RETAIL_WORDS: tuple[str, ...] = tuple(
    "toko swalayan mart supermarket minimarket koperasi distributor retail ritel kios agen grosir ud cv"
    " pt bulog market".split()
)
ACTIVITY_WORDS: tuple[str, ...] = tuple(
    "pelatihan pendampingan magang coaching clinic bimtek bimbingan diklat sosialisasi fasilitasi workshop peningkatan"
    " pengembangan penumbuhan pembinaan pengadaan pembangunan penyusunan revitalisasi monitoring pameran".split()
)
OFFICE_WORDS: tuple[str, ...] = tuple(
    "dinas disperindag disperindagkop dispenaker bidang seksi upt uptd balai kementerian kemenperin dekranasda badan"
    " sekretariat kantor pemerintah pemkab pemkot pkk politeknik universitas lembaga".split()
)
PLACE_WORDS: tuple[str, ...] = tuple(
    "aula gedung hotel lapangan kantor balai pasar baruga ruang alun stadion rumah halaman terminal workshop".split()
)
STREET_WORDS: tuple[str, ...] = tuple(
    "jl jln jalan dusun dsn lingk lingkungan ling gang gg rt rw blok kampung btn perumahan kompleks poros".split()
)
