"""Makes the page on which the beads of two documents are reviewed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from termbase.files.source_date import source_date
from termbase.language import region_style
from termbase.report.alignment_html import AlignmentPage, BeadView, render_alignment
from tmx.align.beads import DOUBTFUL_BELOW
from tmx.align.output import Aligned
from tmx.writer import new_header, write

_FOOT = "  </body>\n"


def review_page(aligned: Aligned, out: str) -> str:
    """Return the page as HTML; the TMX file that it saves has the name of `out`."""
    file = BytesIO()
    write(file, new_header(aligned.source_language, source_date(), "sentence"), ())
    head, foot, rest = file.getvalue().decode().partition(_FOOT)
    languages = aligned.source_language, aligned.target_language
    return render_alignment(
        AlignmentPage(
            title=" = ".join(Path(name).name for name in aligned.files),
            source=[each.text for each in aligned.source],
            target=[each.text for each in aligned.target],
            languages=languages,
            tags=(region_style(languages[0]), region_style(languages[1])),
            beads=[BeadView(bead.source, bead.target, bead.score) for bead in aligned.beads],
            doubtful_below=DOUBTFUL_BELOW,
            head=head,
            foot=foot + rest,
            name=Path(out).with_suffix(".tmx").name if out != "-" else "aligned.tmx",
        )
    )
