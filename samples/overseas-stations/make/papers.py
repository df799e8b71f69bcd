#!/usr/bin/python3
"""Makes the PDF and the Word document of the sample case from the texts beside this script.

The same bytes come out on every run: the date inside the PDF and the times in the zip are those of the papers.

    apt-get install python3-reportlab fonts-dejavu-core && samples/overseas-stations/make/papers.py
"""
import os
import pathlib
import re
import zipfile
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

os.environ["SOURCE_DATE_EPOCH"] = "1667552400"  # 4 November 2022, read by reportlab
HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = HERE.parent / "articles"
FONTS = pathlib.Path("/usr/share/fonts/truetype/dejavu")


def blocks(name):
    """The paragraphs of a text, each with its style: title, publisher, heading or body."""
    styles = {"# ": "title", "= ": "publisher", "## ": "heading"}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            mark = next((m for m in styles if line.startswith(m)), "")
            yield styles.get(mark, "body"), line[len(mark):]


def curly(text):
    return re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019").replace(" - ", " \u2013 ")


def pdf(source, target, title, publisher):
    pdfmetrics.registerFont(TTFont("Serif", FONTS / "DejaVuSerif.ttf"))
    pdfmetrics.registerFont(TTFont("SerifBold", FONTS / "DejaVuSerif-Bold.ttf"))
    body = ParagraphStyle("body", fontName="Serif", fontSize=10, leading=14.5, spaceAfter=7)
    look = {
        "body": body,
        "title": ParagraphStyle("title", body, fontName="SerifBold", fontSize=16, leading=20, spaceAfter=10),
        "publisher": ParagraphStyle("publisher", body, fontSize=9, leading=12, spaceAfter=2),
        "heading": ParagraphStyle("heading", body, fontName="SerifBold", fontSize=11, spaceBefore=8, spaceAfter=4),
    }

    def page(canvas, document):
        canvas.setFont("Serif", 8)
        canvas.drawString(25 * mm, 285 * mm, publisher)
        canvas.drawCentredString(A4[0] / 2, 12 * mm, str(document.page))

    SimpleDocTemplate(
        str(target), pagesize=A4, leftMargin=25 * mm, rightMargin=25 * mm, topMargin=22 * mm, bottomMargin=22 * mm,
        title=title, author=publisher,
    ).build([Paragraph(escape(curly(t)), look[s]) for s, t in blocks(source)], onFirstPage=page, onLaterPages=page)


def docx(source, target, title, publisher):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    names = {"title": "Title", "publisher": "Subtitle", "heading": "Heading1"}
    paragraphs = "".join(
        "<w:p>%s<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>" % (
            "<w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>" % names[s] if s in names else "", escape(curly(t)))
        for s, t in blocks(source))
    style = ('<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/>'
             '<w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>')
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/>'
            '<Override PartName="/docProps/core.xml"'
            ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="d" Type="{office}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="c" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
            '</Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f'<dc:title>{escape(title)}</dc:title><dc:creator>{escape(publisher)}</dc:creator>'
            '<dcterms:created xsi:type="dcterms:W3CDTF">2022-12-14T09:00:00Z</dcterms:created></cp:coreProperties>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="s" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {w}>" + style % ("Title", "Title", 36) + style % ("Subtitle", "Subtitle", 22)
            + style % ("Heading1", "heading 1", 26) + "</w:styles>",
        "word/document.xml": f"<w:document {w}><w:body>{paragraphs}</w:body></w:document>",
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 12, 14, 9, 0, 0)), head + text, zipfile.ZIP_DEFLATED)


pdf("briefing.txt", ARTICLES / "lcrm-briefing.pdf",
    "Two Chinese police offices in the Netherlands", "Low Countries Rights Monitor")
docx("note.txt", ARTICLES / "open-courts-note.docx",
     "Police abroad without leave: where our clients stand at the end of the year", "Open Courts Clinic")
