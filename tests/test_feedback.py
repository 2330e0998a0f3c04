"""What an office gets back, what it writes beside it, and what the next load makes of that."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import feedback as feedback_module
from flows.cli import main
from flows.feedback import Feedback, called, taken_in, write_feedback
from flows.shapes import Settled
from flows.take_in import load_paths
from tests.deliveries import ask
from tests.returned_workbooks import explain, states
from tests.sheets import Row

pytestmark = pytest.mark.usefixtures("in_this_process", "unpublished")

HEAD: Row = (
    "No", "Nama Usaha", "Nama Pemilik", "NIK", "No HP", "Komoditi", "Jumlah Tenaga Kerja", "Nilai Produksi (Rp)",
)  # fmt: skip
NIK, PHONE, OWNER = "7311014107850001", "0812-3456-7890", "Andi Rahasia Sekali"
BARRU = "73.11-Barru"


def business(number: int, **more: Any) -> list[Any]:
    cells = {
        "nama": f"Usaha {number}", "pemilik": f"{OWNER} {number}", "nik": f"73110141078500{number:02d}",
        "hp": f"081234567{number:03d}", "komoditi": "Abon ikan", "tk": number + 1, "produksi": 1_000_000 * number,
    }  # fmt: skip
    return [number, *(cells | more).values()]


FAULTY = [
    business(1),
    business(2, nama=None, pemilik=None),
    business(3, produksi="menyusul"),
    business(4, tk="90 / 94 orang"),
    business(5, tk=-3),
    business(6, hp="0812-33"),
    business(7),
]


def workbook(
    path: Path,
    rows: list[list[Any]],
    title: str = "DAFTAR IKM KABUPATEN BARRU TAHUN 2021",
    lembar: str = "IKM",
) -> Path:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = lembar
    for row in ([title], [], HEAD, *rows):
        page.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here is read from the published files; making them takes longer than the rest."""
    monkeypatch.setattr("flows.take_in.publish_from", lambda *_: Published())


class Published:
    baru = False


def load(home: Path, *paths: Path, settled: Settled | None = None) -> Feedback:
    """Load and answer, as ``ikm load`` does."""
    taken = load_paths(list(paths), home, settled or Settled())
    return write_feedback(home, taken_in([one.kiriman_id for one in taken.outcomes]))


def working(home: Path, query: str) -> list[tuple[Any, ...]]:
    return ask(home / "warehouse" / "kerja.duckdb", query)


def names(home: Path) -> list[str]:
    folder = home / "feedback"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def message(home: Path, name: str) -> str:
    return (home / "feedback" / f"{name} - pesan.txt").read_text(encoding="utf-8")


def letter_text(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        text = package.read("word/document.xml").decode("utf-8")
    return " ".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text))


def test_from_the_first_load_to_the_last_answer(tmp_path: Path, home: Path) -> None:
    inbox = tmp_path / "kiriman"
    told = load(home, workbook(inbox / "Data IKM.xlsx", FAULTY))
    marked = home / "feedback" / BARRU / "Data IKM - perbaikan.xlsx"
    assert (told.files, told.wanting, told.faults) == (1, 1, [])
    assert names(home) == [
        f"{BARRU}/Data IKM - {name}" for name in ("perbaikan.xlsx", "pesan.txt", "surat.docx")
    ]
    first = states(marked)
    assert set(first.values()) == {"baru"}
    assert {"B5", "H6", "G7", "G8", "E9"} == set(first)
    assert "Dari 7 baris, 6 sudah dimuat, 1 ditahan sampai diperbaiki." in message(home, f"{BARRU}/Data IKM")

    # The office mends two cells, explains a doubt, tries to talk away a held row, and breaks another cell.
    corrected = {"IKM!G7": 90, "IKM!E9": "081234567006", "IKM!H10": "banyak"}
    texts = {"H6": "angka produksi belum keluar dari koperasi", "B5": "memang tanpa nama"}
    explain(marked, inbox / "Data IKM - perbaikan.xlsx", texts, corrected)
    load(home, inbox)
    second = states(marked)
    assert second == {
        "B5": "masih", "H6": "terjawab", "G8": "masih", "H10": "baru", "G7": "selesai", "E9": "selesai",
    }  # fmt: skip
    assert "Dibanding kiriman sebelumnya: 2 selesai, 2 masih, 1 baru, 1 terjawab." in message(
        home, f"{BARRU}/Data IKM"
    )
    assert "2 selesai, 2 masih, 1 baru, 1 terjawab" in letter_text(marked.with_name("Data IKM - surat.docx"))
    current = "kiriman_id IN (SELECT kiriman_id FROM kiriman WHERE berlaku_sampai IS NULL AND berlaku_dari IS NOT NULL)"
    kept = working(
        home, f"SELECT sel, tingkat, penjelasan FROM temuan WHERE {current} AND penjelasan IS NOT NULL"
    )
    assert sorted(kept) == [
        ("B5", "galat", "memang tanpa nama"),
        ("H6", "peringatan", "angka produksi belum keluar dari koperasi"),
    ]
    assert working(home, f"SELECT baris FROM karantina WHERE {current}") == [(5,)]

    # Only an explanation more: the cells are the same, the answer is kept all the same.
    explain(marked, inbox / "lagi" / "Data IKM - perbaikan.xlsx", {"G8": "tiga orang keluar"})
    load(home, inbox)
    third = states(marked)
    assert (third["G8"], third["H6"], third["B5"]) == ("terjawab", "terjawab", "masih")

    # A list of its own again, with a row more on top: what was explained is not asked for again.
    rows = [business(8), *FAULTY[:3], business(4, tk=90), *FAULTY[4:5], business(6), business(7)]
    load(home, workbook(inbox / "susulan" / "IKM Barru lengkap.xlsx", rows))
    fresh = home / "feedback" / BARRU / "IKM Barru lengkap - perbaikan.xlsx"
    assert states(fresh) == {"B6": "masih", "H7": "terjawab", "G9": "terjawab", "H10": "selesai"}
    assert f"{BARRU}/lama/Data IKM - perbaikan.xlsx" in names(home)
    assert f"{BARRU}/Data IKM - perbaikan.xlsx" not in names(home)


def test_a_doubt_that_changed_is_asked_again(tmp_path: Path, home: Path) -> None:
    load(home, workbook(tmp_path / "a" / "Data IKM.xlsx", FAULTY))
    marked = home / "feedback" / BARRU / "Data IKM - perbaikan.xlsx"
    explain(marked, tmp_path / "b" / "Data IKM.xlsx", {"H6": "belum ada"})
    load(home, tmp_path / "b")
    other = [*FAULTY[:2], business(3, produksi="masih menyusul", tk=40), *FAULTY[3:]]
    load(home, workbook(tmp_path / "c" / "Data IKM.xlsx", other))
    assert states(marked)["H6"] == "baru"


def test_a_clean_file_gets_thanks_and_nothing_else(tmp_path: Path, home: Path) -> None:
    told = load(home, workbook(tmp_path / "Data IKM.xlsx", [business(number) for number in range(1, 6)]))
    assert (told.files, told.wanting) == (1, 0)
    assert names(home) == [f"{BARRU}/Data IKM - pesan.txt"]
    assert "Semua baris (5) sudah dimuat. Tidak ada yang perlu diperbaiki." in message(
        home, f"{BARRU}/Data IKM"
    )


def test_no_personal_data_in_letter_or_message(tmp_path: Path, home: Path) -> None:
    rows = [
        *FAULTY,
        business(8, nik=f"{NIK}99"),
        business(9, hp=f"{PHONE} / {PHONE}"),
        business(10, komoditi=f"{OWNER} {NIK}", tk=f"{OWNER} {PHONE}"),
        business(11, tk=f"lihat {NIK}", produksi=f"hubungi {OWNER} {PHONE}"),
    ]
    lembar = f"Bu Sitti {PHONE}"
    load(home, workbook(tmp_path / f"IKM Barru {NIK}.xlsx", rows, lembar=lembar))
    said = "".join(path.read_text(encoding="utf-8") for path in (home / "feedback").rglob("*.txt"))
    said += "".join(map(letter_text, (home / "feedback").rglob("*.docx")))
    assert "Bukan angka" in said
    digits = re.sub(r"[^\d]", "", said)
    for secret in (NIK, re.sub(r"\D", "", PHONE)):
        assert secret not in digits
    assert "Rahasia" not in said


def test_a_refused_file_is_answered_too_and_its_second_try_is_compared(tmp_path: Path, home: Path) -> None:
    load(home, workbook(tmp_path / "Data IKM.xlsx", FAULTY[:1], title="DAFTAR IKM KABUPATEN BARRU"))
    marked = home / "feedback" / BARRU / "Data IKM - perbaikan.xlsx"
    assert "Datanya belum dapat dimuat." in message(home, f"{BARRU}/Data IKM")
    assert list(states(marked).values()) == ["baru"]
    explain(
        marked,
        tmp_path / "b" / "Data IKM - perbaikan.xlsx",
        {},
        {"IKM!A1": "DAFTAR IKM KABUPATEN BARRU TAHUN 2021"},
    )
    load(home, tmp_path / "b")
    assert names(home) == [
        f"{BARRU}/Data IKM - pesan.txt",
        f"{BARRU}/lama/Data IKM - perbaikan.xlsx",
        f"{BARRU}/lama/Data IKM - surat.docx",
    ]
    assert "1 selesai, 0 masih, 0 baru" in message(home, f"{BARRU}/Data IKM")


def test_a_file_whose_district_an_officer_settles_moves_to_its_folder(tmp_path: Path, home: Path) -> None:
    path = workbook(tmp_path / "Data IKM.xlsx", FAULTY, title="DAFTAR IKM TAHUN 2021")
    load(home, path)
    assert "belum-diketahui/Data IKM - surat.docx" in names(home)
    load(home, path, settled=Settled("73.11"))
    assert f"{BARRU}/Data IKM - surat.docx" in names(home)
    assert [name for name in names(home) if name.startswith("belum-diketahui/D")] == []
    assert "Dibanding" not in message(home, f"{BARRU}/Data IKM")


def test_another_office_s_file_of_the_same_name_answers_nothing(tmp_path: Path, home: Path) -> None:
    load(home, workbook(tmp_path / "a" / "Data IKM.xlsx", FAULTY, title="DAFTAR IKM TAHUN 2021"))
    waiting = [name for name in names(home) if name.startswith("belum-diketahui/")]
    load(home, workbook(tmp_path / "b" / "Data IKM.xlsx", FAULTY))
    assert [name for name in names(home) if name.startswith("belum-diketahui/")] == waiting
    assert "Dibanding" not in message(home, f"{BARRU}/Data IKM")


def test_two_files_of_one_name_keep_their_own_answers(tmp_path: Path, home: Path) -> None:
    load(home, workbook(tmp_path / "a" / "Data IKM.xlsx", FAULTY))
    later = [business(number + 20, tk=-1) for number in range(3)]
    load(
        home, workbook(tmp_path / "b" / "Data IKM.xlsx", later, title="DAFTAR IKM KABUPATEN BARRU TAHUN 2022")
    )
    letters = [name for name in names(home) if name.endswith("surat.docx")]
    assert len(letters) == 2
    assert f"{BARRU}/Data IKM - surat.docx" in letters
    assert "Dibanding" not in "".join(message(home, name.removesuffix(" - surat.docx")) for name in letters)


def test_other_formats_come_back_as_xlsx(tmp_path: Path, home: Path) -> None:
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in (HEAD, *FAULTY)]
    (tmp_path / "ikm barru 2021.csv").write_text("\n".join(lines), encoding="utf-8")
    load(home, tmp_path / "ikm barru 2021.csv")
    marked = home / "feedback" / BARRU / "ikm barru 2021 - perbaikan.xlsx"
    assert states(marked)["H4"] == "baru"
    sheet = openpyxl.load_workbook(marked).sheetnames[1]
    explain(marked, tmp_path / "b" / marked.name, {"H4": "belum ada"}, {f"{sheet}!E7": "081234567006"})
    load(home, tmp_path / "b")
    assert (states(marked)["H4"], states(marked)["E7"], states(marked)["G6"]) == (
        "terjawab",
        "selesai",
        "masih",
    )


def _fails(*_: object) -> bytes:
    raise ValueError("a fault of the marking")


def test_a_workbook_that_cannot_be_changed_in_place_is_rebuilt(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.outputs.marking.marked_workbook", _fails)
    told = load(home, workbook(tmp_path / "Data IKM.xlsx", FAULTY))
    assert told.faults == []
    assert f"{BARRU}/Data IKM - perbaikan.xlsx" in names(home)


def test_a_workbook_that_cannot_be_marked_still_gets_letter_and_message(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.outputs.marking.marked_workbook", _fails)
    monkeypatch.setattr("flows.outputs.marking.rebuilt_workbook", _fails)
    told = load(home, workbook(tmp_path / "Data IKM.xlsx", FAULTY))
    assert told.faults == [("Data IKM.xlsx", "feedback.no_workbook")]
    assert names(home) == [f"{BARRU}/Data IKM - pesan.txt", f"{BARRU}/Data IKM - surat.docx"]
    assert "perbaikan.xlsx" not in message(home, f"{BARRU}/Data IKM")


def test_a_process_that_dies_costs_the_workbook_only(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(function: object, items: list[object], *, on_result: Any, **_: object) -> None:
        for place in range(len(items)):
            on_result(place, feedback_module.Died("memory"))

    taken = load_paths([workbook(tmp_path / "Data IKM.xlsx", FAULTY)], home)
    monkeypatch.setattr(feedback_module, "run_pool", dies)
    told = write_feedback(home, taken_in([one.kiriman_id for one in taken.outcomes]))
    assert told.faults == [("Data IKM.xlsx", "feedback.no_workbook")]
    assert f"{BARRU}/Data IKM - surat.docx" in names(home)


def test_answers_are_written_again_by_name_and_the_same(tmp_path: Path, home: Path) -> None:
    load(home, workbook(tmp_path / "Data IKM.xlsx", FAULTY), workbook(tmp_path / "lain.xlsx", FAULTY[:1]))
    before = {name: (home / "feedback" / name).read_bytes() for name in names(home)}
    texts = {name: data for name, data in before.items() if name.endswith((".txt", ".docx"))}
    for name in before:
        (home / "feedback" / name).unlink()
    assert write_feedback(home, called(["tidak ada.xlsx"])).files == 0
    assert write_feedback(home, called(["data*"])).files == 1
    assert [name for name in names(home) if "lain" in name] == []
    assert write_feedback(home, called([])).files >= 1
    assert {name: (home / "feedback" / name).read_bytes() for name in texts} == texts


def test_the_office_s_own_template_wins_and_a_broken_one_is_said(tmp_path: Path, home: Path) -> None:
    assert main(["feedback", "--templat", "--home", str(home)]) == 0
    template = home / "templat" / "surat.docx"
    own = tmp_path / "own.docx"
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(own, "w") as made:
        for part in source.infolist():
            text = source.read(part).decode("utf-8")
            made.writestr(part, text.replace("DINAS PERINDUSTRIAN DAN PERDAGANGAN", "KANTOR KAMI {{entah}}"))
    template.write_bytes(own.read_bytes())
    assert main(["feedback", "--templat", "--home", str(home)]) == 2
    told = load(home, workbook(tmp_path / "Data IKM.xlsx", FAULTY))
    letter = home / "feedback" / BARRU / "Data IKM - surat.docx"
    assert "KANTOR KAMI" in letter_text(letter)
    assert (told.template, told.unknown) == (None, ("entah",))
    template.write_bytes(b"bukan dokumen")
    told = write_feedback(home, called([]))
    assert told.template == "template.no_document"
    assert "KANTOR KAMI" not in letter_text(letter)


def test_the_commands_tell_where_the_answers_are(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    where = ["--home", str(home)]
    assert main(["feedback", *where]) == 2
    path = workbook(tmp_path / "Data IKM.xlsx", FAULTY)
    assert main(["check", str(path), *where]) == 1
    assert not (home / "feedback").exists()
    assert main(["load", str(path), *where]) == 1
    said = capsys.readouterr().out
    assert (
        f"Balasan untuk kabupaten/kota: {home / 'feedback'} (1 berkas, 1 di antaranya perlu dijawab)" in said
    )
    assert main(["load", str(path), *where]) == 0
    assert "Balasan" not in capsys.readouterr().out
    assert main(["feedback", "data ikm.xlsx", *where, "--bahasa", "en"]) == 0
    assert "Answers to districts" in capsys.readouterr().out
    assert main(["feedback", "lain.xlsx", *where]) == 2

    def fails(*_: object, **__: object) -> Feedback:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(feedback_module, "write_feedback", fails)
    assert main(["load", str(workbook(tmp_path / "b.xlsx", [business(1, tk=-1), business(2)])), *where]) == 1
    said = capsys.readouterr().out
    assert "Ringkasan" in said
    assert "belum ditulis" in said
