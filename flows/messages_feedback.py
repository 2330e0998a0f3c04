"""What is said about the answers to districts, in Bahasa Indonesia and English; part of the catalogue of sentences."""

FEEDBACK: dict[str, tuple[str, str]] = {
    "feedback.help": (
        "tulis balasan untuk kabupaten/kota: berkas bertanda, surat, dan pesan",
        "write the answers to districts: marked workbook, letter and message",
    ),
    "feedback.name.help": (
        "nama atau pola nama berkas yang pernah dimuat (bawaan: semua)",
        "names or patterns of files taken in before (default: all)",
    ),
    "feedback.template.help": (
        "salin templat surat ke templat/surat.docx di rumah data, untuk diubah dengan Word",
        "copy the letter's template to templat/surat.docx under the home, to be changed in Word",
    ),
    "feedback.done": (
        "Balasan untuk kabupaten/kota: {folder} ({berkas} berkas, {perlu} di antaranya perlu dijawab)",
        "Answers to districts: {folder} ({berkas} files, {perlu} of them want a reply)",
    ),
    "feedback.nothing": (
        "Tidak ada berkas seperti itu yang menunggu balasan; yang sudah dijawab berkas yang lebih baru dilewati. "
        'Lihat namanya dengan: ikm sql "SELECT DISTINCT berkas FROM kiriman"',
        "No such file waits for an answer; what a newer file has answered is passed over. "
        'See the names with: ikm sql "SELECT DISTINCT berkas FROM kiriman"',
    ),
    "feedback.faults": ("Balasan yang belum lengkap", "Answers that are not complete"),
    "feedback.no_workbook": (
        "berkas bertandanya tidak dapat dibuat; surat dan pesannya ada. Coba lagi dengan: ikm feedback",
        "its marked workbook could not be made; letter and message are there. Try again with: ikm feedback",
    ),
    "feedback.cannot_write": (
        "tidak dapat ditulis. Tutup berkas itu bila sedang terbuka, lalu jalankan: ikm feedback",
        "could not be written. Close the file if it is open, then run: ikm feedback",
    ),
    "feedback.failed": (
        "Balasan untuk kabupaten/kota belum ditulis: {alasan} Jalankan nanti: ikm feedback",
        "The answers to districts are not written: {alasan} Run later: ikm feedback",
    ),
    "feedback.template_made": (
        "Templat surat ada di {path}. Ubah dengan Word; kata dalam kurung kurawal ganda diisi otomatis.",
        "The letter's template is {path}. Change it in Word; the words in double braces are filled in.",
    ),
    "feedback.template_there": (
        "Templat surat sudah ada di {path}; tidak diubah.",
        "There is a letter's template already, {path}; it was left as it is.",
    ),
    "feedback.template_unused": (
        "Templat surat {path} tidak dipakai: {alasan} Surat ditulis dengan templat bawaan.",
        "The letter's template {path} is not used: {alasan} Letters are made from the default one.",
    ),
    "feedback.template_unknown": (
        "Templat surat {path} memuat kata yang tidak dikenal, dan kata itu tercetak apa adanya: {kata}.",
        "The letter's template {path} holds words that are not known and are printed as they are: {kata}.",
    ),
    "template.no_document": (
        "berkas itu bukan dokumen Word (.docx).",
        "the file is no Word document (.docx).",
    ),
    "template.too_large": ("berkas itu terlalu besar.", "the file is too large."),
    "template.broken": (
        "isinya rusak. Buka dengan Word, simpan ulang sebagai .docx.",
        "its content is broken. Open it in Word and save it again as .docx.",
    ),
}
