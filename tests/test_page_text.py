"""What stands in a page, as lines."""

import pytest

from doetank.page_text import text_of


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Buiten</p><main><h1>Eén</h1><h3>Drie</h3></main><footer>Onder</footer>", ["# Eén", "### Drie"]),
        ("<main><p>Eerst dit. Dan dat! Bijv. zo.</p></main>", ["Eerst dit.", "Dan dat!", "Bijv. zo."]),
        (
            "<main><ul><li>Een. Twee</li><li><div></div><h2>Kop</h2><p>Tekst</p></li></ul>Los</main>",
            ["- Een.", "  Twee", "- ## Kop", "Tekst", "Los"],
        ),
        ('<main><p>Zie <a href="/x/">dit\n  stuk</a>.</p><a id="a">hier</a></main>', ["Zie [dit stuk](/x/).", "hier"]),
        ('<main><figure><img src="a.png" alt="Een brief"><figcaption>Zo</figcaption></figure></main>', ["![Een brief]", "Zo"]),
        ("<main><table><tr><th>Jaar</th><td>2014</td></tr></table></main>", ["| Jaar | 2014"]),
        ('<main><a href="/x/"><svg></svg><b>Eerder</b><b>2014</b><svg></svg></a></main>', ["[Eerder 2014](/x/)"]),
        ("<main><b>Oordeel: Werkt</b><i>mei 2026</i><br>regel</main>", ["Oordeel: Werkt mei 2026 regel"]),
        ("<main><input><p hidden>Nee</p><script>x</script><svg><title>y</title></svg>&shy;ken&shy;nis</main>", ["kennis"]),
        ("<p>Zonder hoofddeel</p>", []),
    ],
)
def test_a_page_is_told_in_lines(html: str, lines: list[str]) -> None:
    assert list(text_of(f'<!doctype html><html><head><meta charset="utf-8"><link></head><body>{html}</body></html>')) == lines
