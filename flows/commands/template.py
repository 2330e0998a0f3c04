"""``ikm template``: a blank form of a report type, for districts to fill in."""

from __future__ import annotations

import argparse
import difflib
import sys
from datetime import date
from pathlib import Path

from flows.messages import Language, say
from flows.outputs.template import template_workbook
from schemas.base import ReportSpec
from schemas.periods import period_of
from schemas.regions import districts, resolve_district
from schemas.reports import specs


def template_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Write the form. 0: done, 2: no such report, district or period, or the file cannot be written."""
    try:
        spec = _report(options.report, bahasa)
        wilayah = _district(options.wilayah, bahasa) if options.wilayah else None
        if options.periode:
            _settle_period(options.periode, bahasa)
        path = _target(options.keluar, "-".join(filter(None, (spec.name, wilayah, options.periode))), bahasa)
    except _Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    data = template_workbook(spec, wilayah, options.periode, bahasa, tahun=date.today().year)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        print(say("template.exists", bahasa, berkas=path), file=sys.stderr)
        return 2
    except OSError as problem:
        alasan = problem.strerror or ""
        print(say("cannot_write", bahasa, berkas=path, alasan=alasan), file=sys.stderr)
        return 2
    _say_what_was_made(spec, wilayah, options.periode, path, bahasa)
    return 0


class _Refused(Exception):
    """What was asked for cannot be; the text is the sentence to print."""


def _report(name: str, bahasa: Language) -> ReportSpec:
    known = {one.name: one for one in specs()}
    wanted = name.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted in known:
        return known[wanted]
    titles = {one.title.lower(): one.name for one in specs()}
    near = difflib.get_close_matches(wanted.replace("_", " "), [*known, *titles], n=1)
    choices = "\n".join(f"  {one.name:<14}{one.title_en if bahasa == 'en' else one.title}" for one in specs())
    key = "template.bad_report_near" if near else "template.bad_report"
    calon = titles.get(near[0], near[0]) if near else ""
    raise _Refused(say(key, bahasa, nilai=name, calon=calon, pilihan=choices))


def _district(said: str, bahasa: Language) -> str:
    """The code of a district that is named by its code or as people write it."""
    if said in districts():
        return said
    match = resolve_district(said)
    if match.kode is not None:
        return match.kode
    if match.pilihan:
        named = (f"{districts()[one].nama_lengkap} ({one})" for one in match.pilihan if one in districts())
        raise _Refused(say("template.which_wilayah", bahasa, nilai=said, pilihan=", ".join(named)))
    raise _Refused(say("template.bad_wilayah", bahasa, nilai=said))


def _settle_period(said: str, bahasa: Language) -> None:
    try:
        period_of(said)
    except ValueError:
        raise _Refused(say("bad_periode", bahasa, nilai=said)) from None


def _target(keluar: str | None, name: str, bahasa: Language) -> Path:
    """Where the form goes; a folder takes the usual name, a name without an ending gets one."""
    path = Path(keluar) if keluar else Path()
    if path.is_dir():
        return path / f"templat-{name}.xlsx"
    if not path.suffix:
        path = path.with_name(f"{path.name}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise _Refused(say("template.not_xlsx", bahasa, berkas=path.name))
    return path


def _say_what_was_made(
    spec: ReportSpec, wilayah: str | None, periode: str | None, path: Path, bahasa: Language
) -> None:
    judul = spec.title_en if bahasa == "en" else spec.title
    print(say("template.made", bahasa, judul=judul, berkas=path))
    open_ones = [name for name, value in (("wilayah", wilayah), ("periode", periode)) if value is None]
    if open_ones:
        named = ", ".join(say(f"template.asks.{name}", bahasa) for name in open_ones)
        print(say("template.asks", bahasa, apa=named))
    if wilayah is None and any(one.kind in {"desa", "kecamatan"} for one in spec.columns):
        print(say("template.no_places", bahasa))
