"""The letter's template as long as an office has none of its own: one page A4, the form of an official letter.

An office that wants its own letterhead takes the file that ``ikm feedback --templat`` writes and changes it in Word.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import cache
from html import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTH = 9354  # twentieths of a point between the margins
_DATE = (1980, 1, 1, 0, 0, 0)

_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
)
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="247" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)


@cache
def default_template() -> bytes:
    """The template as a Word document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _ROOT),
            ("word/_rels/document.xml.rels", _OF_DOCUMENT),
            ("word/styles.xml", _STYLES),
            ("word/document.xml", _document()),
        ):
            package.writestr(zipfile.ZipInfo(name, _DATE), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _document() -> str:
    return (
        f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body>{"".join(_letterhead() + _opening() + _body() + _close())}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="1134" w:bottom="850" '
        'w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _letterhead() -> list[str]:
    line = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="4" w:color="000000"/></w:pBdr>'
    return [
        _paragraph("PEMERINTAH PROVINSI {{provinsi}}", "center", bold=True, size=26),
        _paragraph("DINAS PERINDUSTRIAN DAN PERDAGANGAN", "center", bold=True, size=30),
        _paragraph(
            "Jalan ………………………………… Telepon ……………………… Surel ………………………",
            "center",
            size=18,
            more=line,
            after=160,
        ),
    ]


def _opening() -> list[str]:
    about = [("Nomor", "{{nomor}}"), ("Sifat", "Biasa"), ("Lampiran", "{{lampiran}}"), ("Hal", "{{hal}}")]
    return [
        _paragraph("{{tanggal}}", "right", after=120),
        _table([(name, ":", text) for name, text in about], (1200, 240, 5600), borders=False),
        _paragraph("", size=12),
        _paragraph("Yth. {{kepada}}"),
        _paragraph("di Tempat", after=200),
    ]


def _body() -> list[str]:
    figures = [
        ("Baris data dalam berkas", "{{jumlah_baris}}"),
        ("Baris yang sudah dimuat", "{{jumlah_dimuat}}"),
        ("Baris yang belum dapat dimuat", "{{jumlah_ditahan}}"),
        ("Temuan yang perlu dijawab", "{{jumlah_temuan}}"),
        ("Dibanding kiriman sebelumnya", "{{perbandingan}}"),
    ]
    worst = [
        ("No", "Temuan", "Jumlah", "Letak", "Yang perlu dilakukan"),
        ("{{no}}", "{{temuan}}", "{{jumlah}}", "{{sel}}", "{{cara}}"),
    ]
    return [
        _paragraph("Dengan hormat,", after=100),
        _paragraph(
            "Terima kasih atas kiriman berkas “{{berkas}}” yang kami terima pada {{diterima}}. {{keadaan}}",
            "both", after=100,
        ),
        _table(figures, (3600, _WIDTH - 3600)),
        _paragraph("{{pengantar_temuan}}", "both", before=160, after=80),
        _table(worst, (520, 2500, 860, 2400, _WIDTH - 6280), head=True, size=18),
        _paragraph("{{permintaan}}", "both", before=160, after=100),
        _paragraph("Atas perhatian dan kerja sama Bapak/Ibu kami sampaikan terima kasih.", "both", after=240),
    ]  # fmt: skip


def _close() -> list[str]:
    signature = ("Kepala Dinas,", "", "", "", "……………………………………", "NIP ……………………………")
    return [_paragraph(text, indent=5200) for text in signature]


def _paragraph(
    text: str, align: str = "left", *, bold: bool = False, size: int | None = None, before: int = 0,
    after: int = 0, indent: int = 0, more: str = "",
) -> str:  # fmt: skip
    weight = "<w:b/>" if bold else ""
    points = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    look = f"<w:rPr>{weight}{points}</w:rPr>" if bold or size else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    left = f'<w:ind w:left="{indent}"/>' if indent else ""
    space = f'<w:spacing w:before="{before}" w:after="{after}"/>' if before or after else ""
    # The order of these is laid down by the format.
    return f'<w:p><w:pPr>{more}{space}{left}<w:jc w:val="{align}"/>{look}</w:pPr>{run}</w:p>'


def _table(
    lines: Sequence[Sequence[str]], widths: Sequence[int], *, borders: bool = True, head: bool = False,
    size: int | None = None,
) -> str:  # fmt: skip
    kind = "single" if borders else "nil"
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = "".join(_row(line, widths, head and place == 0, size) for place, line in enumerate(lines))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
        f'<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>'
    )


def _row(texts: Sequence[str], widths: Sequence[int], head: bool, size: int | None) -> str:
    fill = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
        f"{_paragraph(text, bold=head, size=size, before=20, after=20)}</w:tc>"
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
