"""Files made by hand for the tests, and what holds for every article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from sayso.articles import ArticleError, read_bytes
from sayso.words.records import Article

BODY = (
    "Shells fell near the northern crossing on Tuesday, residents said, and two houses burned through the night.\n\n"
    "“No one warned us,” said a baker who had stayed. The army denied that it had fired at the town."
)
OTHER = (
    "Aid lorries waited at the bridge for a fourth day because the permits had not come, drivers told reporters.\n\n"
    "A council member said that flour would last until the end of the week and no longer."
)


def articles(data: str | bytes, form: str = "text") -> list[Article]:
    """The articles of a file; fails on an error."""
    found = list(read_bytes(data if isinstance(data, bytes) else data.encode(), "in", form))
    assert not [one for one in found if isinstance(one, ArticleError)], found
    return [one for one in found if isinstance(one, Article)]


def article(data: str | bytes, form: str = "text") -> Article:
    """The one article of a file."""
    (one,) = articles(data, form)
    return one


def reason(data: str | bytes, form: str) -> str:
    """Why a file gave nothing."""
    (one,) = read_bytes(data if isinstance(data, bytes) else data.encode(), "in", form)
    assert isinstance(one, ArticleError), one
    return one.reason


def read_as(one: Article) -> list[tuple[str, str]]:
    """Each paragraph's kind and text."""
    return [(paragraph.kind, one.text[paragraph.start : paragraph.end]) for paragraph in one.paragraphs]


def assert_whole(found: Iterable[Article | ArticleError]) -> None:
    """Paragraphs lie in order, apart, are not empty and have no outer white space."""
    for one in found:
        if isinstance(one, Article):
            end = 0
            assert one.paragraphs
            for paragraph in one.paragraphs:
                text = one.text[paragraph.start : paragraph.end]
                assert end <= paragraph.start < paragraph.end <= len(one.text)
                assert text == text.strip() != ""
                end = paragraph.end


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines on its pages, in Helvetica."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 720 Td {shown} ET" if lines else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _numbered(objects)


def _numbered(objects: Sequence[str]) -> bytes:
    out = BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out.write(f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()
