"""Builds documents for tests (DOCX, ODT and EPUB from XML, PDF from lines of text) and reads them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from termbase.document.model import Document
from termbase.document.reader import read_document


def prose(document: Document) -> list[str]:
    return [document.prose(block.start, block.start + len(block.text)) for block in document.blocks]


def saved(folder: Path, name: str, content: str | bytes) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(str(path))


def packed(members: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATION = (
    '<Relationship Id="{0}" Target="{1}"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}"/>'
)
WORD = (
    '<{0} xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{1}</{0}>'
)


def docx(body: str, **parts: str) -> bytes:
    members = {
        "_rels/.rels": RELATIONS.format(RELATION.format("officeDocument", "word/document.xml")),
        "word/document.xml": WORD.format("document", f"<body>{body}</body>"),
        "word/_rels/document.xml.rels": RELATIONS.format(
            "".join(RELATION.format(name, f"/word/{name}.xml") for name in parts)
        ),
    }
    return packed(members | {f"word/{name}.xml": WORD.format(name, content) for name, content in parts.items()})


def p(*runs: str) -> str:
    return f"<p>{''.join(run if run.startswith('<') else f'<r><t>{run}</t></r>' for run in runs)}</p>"


ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/book.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="two" href="text/second%20one.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/first.xhtml" media-type="application/xhtml+xml"/>
<item id="picture" href="a.png" media-type="image/png"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/><itemref idref="picture"/></spine></package>"""
BOOK = {
    "META-INF/container.xml": CONTAINER,
    "EPUB/book.opf": PACKAGE,
    "EPUB/text/second one.xhtml": "<title/><body><p>Second (第\n二)</p><script src='x'/><p>End</p></body>",
    "EPUB/text/first.xhtml": "<p>The <i>first</i> (第一)<p>R&amp;D",
}


def pdf(*pages: list[tuple[int, int, str]]) -> bytes:
    """Return a PDF of pages of lines, each with its x and y in points; every character of the font is 1 em wide."""
    numbers = [5 + 2 * index for index in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        " /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        shown = "".join(f"1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj " for x, y, text in lines)
        content = f"BT /F 10 Tf {shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF".encode()
