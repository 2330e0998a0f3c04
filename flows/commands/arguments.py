"""What can be written after ``ikm``: every command and its options."""

from __future__ import annotations

import argparse
from typing import Any

from flows.commands.arguments_keeping import add_keeping
from flows.commands.arguments_mail import add_mail
from flows.commands.arguments_report import add_report
from flows.commands.arguments_serving import add_serving
from flows.commands.arguments_status import add_status
from flows.messages import Language, say


def parser(bahasa: Language) -> argparse.ArgumentParser:
    """The parser of ``ikm``; its texts in the language asked for."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", metavar="DIR", default=None, help=say("home.help", bahasa))
    common.add_argument("--bahasa", choices=("id", "en"), help=say("bahasa.help", bahasa))
    whole = argparse.ArgumentParser(prog="ikm", description=say("about", bahasa))
    commands = whole.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    settle = argparse.ArgumentParser(add_help=False)
    settle.add_argument("path", nargs="+", metavar="PATH", help=say("path.help", bahasa))
    _add_settled(settle, bahasa)
    loading = commands.add_parser("load", parents=[common, settle], help=say("load.help", bahasa))
    decree = loading.add_mutually_exclusive_group()
    for name in ("ganti", "tambah"):
        decree.add_argument(f"--{name}", action="store_true", help=say(f"{name}.help", bahasa))
    checking = commands.add_parser("check", parents=[common, settle], help=say("check.help", bahasa))
    checking.add_argument("--explain", action="store_true", help=say("explain.help", bahasa))
    sql = commands.add_parser("sql", parents=[common], help=say("sql.help", bahasa))
    sql.add_argument("query", metavar="KUERI", help=say("query.help", bahasa))
    formats = ("table", "csv", "json", "xlsx")
    sql.add_argument("--format", choices=formats, default="table", help=say("format.help", bahasa))
    sql.add_argument("--keluar", metavar="BERKAS", help=say("keluar.help", bahasa))
    sql.add_argument("--terbatas", action="store_true", help=say("terbatas.help", bahasa))
    sql.add_argument("--beku", metavar="NAMA", help=say("beku.sql.help", bahasa))
    tracing = commands.add_parser("trace", parents=[common], help=say("trace.help", bahasa))
    tracing.add_argument("query", metavar="KUERI", help=say("trace.query.help", bahasa))
    tracing.add_argument("--format", choices=formats, default="table", help=say("format.help", bahasa))
    tracing.add_argument("--keluar", metavar="BERKAS", help=say("keluar.help", bahasa))
    tracing.add_argument("--terbatas", action="store_true", help=say("terbatas.help", bahasa))
    _add_wording(commands, common, bahasa)
    reloading = commands.add_parser("reload", parents=[common], help=say("reload.help", bahasa))
    reloading.add_argument("berkas", nargs="*", metavar="BERKAS", help=say("reload.name.help", bahasa))
    for name in ("ditolak", "karantina", "semua"):
        reloading.add_argument(f"--{name}", action="store_true", help=say(f"{name}.help", bahasa))
    _add_settled(reloading, bahasa)
    answering = commands.add_parser("feedback", parents=[common], help=say("feedback.help", bahasa))
    answering.add_argument("berkas", nargs="*", metavar="BERKAS", help=say("feedback.name.help", bahasa))
    answering.add_argument("--templat", action="store_true", help=say("feedback.template.help", bahasa))
    _add_template(commands, common, bahasa)
    _add_history(commands, common, bahasa)
    add_report(commands, common, bahasa)
    add_keeping(commands, common, bahasa)
    add_status(commands, common, bahasa)
    add_mail(commands, common, bahasa)
    commands.add_parser("doctor", parents=[common], help=say("doctor.help", bahasa))
    add_serving(commands, common, bahasa)
    return whole


def _add_settled(parser: argparse.ArgumentParser, bahasa: Language) -> None:
    parser.add_argument("--wilayah", metavar="KODE", help=say("wilayah.help", bahasa))
    parser.add_argument("--periode", metavar="P", help=say("periode.help", bahasa))
    parser.add_argument("--laporan", metavar="JENIS", help=say("laporan.help", bahasa))


def _add_wording(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    wording = commands.add_parser("wording", help=say("wording.help", bahasa))
    what = wording.add_subparsers(dest="what", required=True, metavar="add|list|remove")
    adding = what.add_parser("add", parents=[common], help=say("wording.add.help", bahasa))
    adding.add_argument("--laporan", metavar="JENIS", required=True, help=say("laporan.help", bahasa))
    adding.add_argument("--header", metavar="JUDUL", required=True, help=say("header.help", bahasa))
    adding.add_argument("--kolom", metavar="KOLOM", required=True, help=say("kolom.help", bahasa))
    adding.add_argument("--wilayah", metavar="KODE", help=say("wilayah.help", bahasa))
    adding.add_argument("--dari", metavar="TAHUN", help=say("dari.help", bahasa))
    adding.add_argument("--sampai", metavar="TAHUN", help=say("sampai.help", bahasa))
    adding.add_argument("--alasan", metavar="TEKS", required=True, help=say("alasan.help", bahasa))
    what.add_parser("list", parents=[common], help=say("wording.list.help", bahasa))
    removing = what.add_parser("remove", parents=[common], help=say("wording.remove.help", bahasa))
    removing.add_argument("nomor", type=int, metavar="NOMOR", help=say("nomor.help", bahasa))


def _add_template(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    template = commands.add_parser("template", parents=[common], help=say("template.help", bahasa))
    template.add_argument("report", metavar="JENIS", help=say("template.report.help", bahasa))
    template.add_argument("--wilayah", metavar="KODE", help=say("template.wilayah.help", bahasa))
    template.add_argument("--periode", metavar="P", help=say("template.periode.help", bahasa))
    template.add_argument("--keluar", metavar="BERKAS", help=say("template.keluar.help", bahasa))


def _add_history(commands: Any, common: argparse.ArgumentParser, bahasa: Language) -> None:
    withdrawing = commands.add_parser("withdraw", parents=[common], help=say("withdraw.help", bahasa))
    withdrawing.add_argument("kiriman", metavar="KIRIMAN|BERKAS", help=say("withdraw.what.help", bahasa))
    withdrawing.add_argument("--alasan", metavar="TEKS", required=True, help=say("withdraw.why.help", bahasa))
    diff = commands.add_parser("diff", parents=[common], help=say("diff.help", bahasa))
    diff.add_argument("kiriman", nargs="*", metavar="KIRIMAN", help=say("diff.what.help", bahasa))
    _add_settled(diff, bahasa)
    formats = ("table", "csv", "json")
    diff.add_argument("--format", choices=formats, default="table", help=say("diff.format.help", bahasa))
    diff.add_argument("--terbatas", action="store_true", help=say("diff.terbatas.help", bahasa))
    publishing = commands.add_parser("publish", parents=[common], help=say("publish.help", bahasa))
    publishing.add_argument("--beku", metavar="NAMA", help=say("beku.help", bahasa))
