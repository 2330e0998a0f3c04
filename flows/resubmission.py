"""Which earlier file a file answers: the one that it replaces, copies, or puts right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from flows.outputs.names import is_returned, stem_of

FileKey = tuple[str, str, datetime]  # sha256, jalur, diterima_pada
Unit = tuple[str | None, str | None, str | None]  # laporan, kode_wilayah, periode


class Sent(NamedTuple):
    """One table of a file taken in, as ``kiriman`` has it; ``loaded``: its rows are or once were in force."""

    kiriman_id: str
    berkas: str
    jalur: str
    jenis: str
    sha256: str
    isi_sha256: str
    diterima_pada: datetime
    lembar: str | None
    laporan: str | None
    kode_wilayah: str | None
    periode: str | None
    status: str
    pilihan: str
    menggantikan: tuple[str, ...]
    baris_masuk: int
    baris_dimuat: int
    baris_karantina: int
    baris_bukan_data: int
    baris_ditolak: int
    loaded: bool

    @property
    def file(self) -> FileKey:
        """The file, as it came at one time."""
        return self.sha256, self.jalur, self.diterima_pada

    @property
    def unit(self) -> Unit:
        """What the table reports on."""
        return self.laporan, self.kode_wilayah, self.periode

    @property
    def in_force(self) -> bool:
        """Whether its rows count now."""
        return self.status in {"dimuat", "dimuat_sebagian"}


@dataclass(slots=True)
class Register:
    """All tables ever taken in, by what a later file may have in common with them.

    ``offices``: the district or province that a file comes from; ``copies``: kiriman → the tables that
    came later with the same content.
    """

    offices: Mapping[FileKey, str | None]
    by_file: dict[FileKey, list[Sent]] = field(default_factory=dict)
    by_id: dict[str, Sent] = field(default_factory=dict)
    by_content: dict[tuple[str, Unit], list[Sent]] = field(default_factory=lambda: defaultdict(list))
    by_stem: dict[str, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    copies: dict[str, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[tuple[str | None, str | None], list[Sent]] = field(
        default_factory=lambda: defaultdict(list)
    )


def files_of(sent: Iterable[Sent]) -> dict[FileKey, list[Sent]]:
    """The files with their tables, in the order in which they came."""
    files: dict[FileKey, list[Sent]] = {}
    for one in sorted(sent, key=lambda one: one.diterima_pada):
        files.setdefault(one.file, []).append(one)
    return files


def register_of(files: Mapping[FileKey, list[Sent]], offices: Mapping[FileKey, str | None]) -> Register:
    """The register over ``files`` as :func:`files_of` gives them."""
    found = Register(offices, dict(files))
    for one in (one for tables in files.values() for one in tables):
        found.by_id[one.kiriman_id] = one
        found.by_stem[stem_of(one.berkas).casefold()].append(one)
        if one.loaded:
            found.by_content[one.isi_sha256, one.unit].append(one)
        elif one.kode_wilayah is not None:
            found.refused[one.laporan, one.kode_wilayah].append(one)
    for one in found.by_id.values():
        if (original := original_of(one, found)) is not None:
            found.copies[original.kiriman_id].append(one)
    return found


def original_of(one: Sent, register: Register) -> Sent | None:
    """The table whose content a copy repeats; None for a table that is no copy."""
    if one.status != "duplikat":
        return None
    same = [
        other
        for other in register.by_content.get((one.isi_sha256, one.unit), ())
        if other.diterima_pada <= one.diterima_pada
    ]
    return same[-1] if same else None


def answered_by(file: Sequence[Sent], register: Register) -> list[Sent]:
    """The earlier tables that ``file`` answers; what only other sheets of the earlier file reported is left out.

    Surest first: what its rows replaced or copy; a file of the same name for the same district, report and
    period, or one for these that was refused whole; one that told no district and comes back under the name we gave it.
    """
    itself = _itself(file, register)
    own = {one.kiriman_id for one in itself}
    sure = [register.by_id[name] for one in itself for name in one.menggantikan if name in register.by_id]
    sure += [found for one in file if (found := original_of(one, register)) is not None]
    files = {one.file for one in sure if one.kiriman_id not in own} or _put_right(file, register)
    # Who answers a file answers its copies: their findings are its own.
    files |= {
        copy.file
        for key in files
        for one in register.by_file[key]
        for copy in register.copies.get(one.kiriman_id, ())
        if copy.diterima_pada < file[0].diterima_pada
    }
    return [
        other
        for key in sorted(files, key=lambda key: key[2])
        for other in register.by_file[key]
        if other.kiriman_id not in own and any(_agree(one.unit, other.unit) for one in file)
    ]


def _itself(file: Sequence[Sent], register: Register) -> list[Sent]:
    """The tables of ``file`` as it came now and whenever it was taken in before."""
    first = file[0]
    same_name = register.by_stem[stem_of(first.berkas).casefold()]
    return [
        one
        for one in same_name
        if one.file[:2] == first.file[:2] and one.diterima_pada <= first.diterima_pada
    ]


def stands_for(file: Sequence[Sent], earlier: FileKey, register: Register) -> bool:
    """Whether ``file`` takes the place of an earlier one wholly: nothing else of that one counts any more."""
    if earlier not in {one.file for one in answered_by(file, register)}:
        return False
    copied = {found.kiriman_id for one in file if (found := original_of(one, register)) is not None}
    left = [one for one in register.by_file[earlier] if one.in_force and one.kiriman_id not in copied]
    return not left


def _put_right(file: Sequence[Sent], register: Register) -> set[FileKey]:
    """The latest earlier file of which nothing was replaced, and which ``file`` nevertheless answers."""
    name = stem_of(file[0].berkas).casefold()
    named = [other for other in register.by_stem.get(name, ()) if _same_office(file[0], other, register)]
    refused = [
        other
        for one in file
        if one.pilihan == "baru"
        for other in register.refused.get((one.laporan, one.kode_wilayah), ())
    ]
    earlier = [
        other
        for other in (*named, *refused)
        if other.diterima_pada < file[0].diterima_pada
        and other.sha256 != file[0].sha256
        and any(_agree(one.unit, other.unit) for one in file)
    ]
    return {max(earlier, key=lambda other: other.diterima_pada).file} if earlier else set()


def _same_office(one: Sent, other: Sent, register: Register) -> bool:
    """Whether two files of one name come from one office.

    A name such as "Data IKM.xlsx" says nothing: where an office is not known, the later one has to bear the name
    under which we returned the earlier, and to come from the same folder.
    """
    offices = [each.kode_wilayah or register.offices.get(each.file) for each in (one, other)]
    if None not in offices:
        return offices[0] == offices[1]
    same_folder = PurePosixPath(one.jalur).parent == PurePosixPath(other.jalur).parent
    return same_folder and is_returned(one.berkas)


def _agree(one: Unit, other: Unit) -> bool:
    return all(a is None or b is None or a == b for a, b in zip(one, other, strict=True))
