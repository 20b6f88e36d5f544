"""A page as one self-contained HTML file: no script, no request to anywhere, pictures as SVG beside a table."""

from __future__ import annotations

import re
from html import escape

from aijobkit.reports.documents import Bars, Block, Bullets, Document, Heading, Paragraph, Table

__all__ = ["draw_html"]

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --soft: #5b6676; --line: #d5dae1; --link: #0b5cad;
  --bar: #2f6db5; --bar-other: #7fa9d9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --paper: #14181f; --soft: #a4aebc; --line: #39424f;
  --link: #8ab8f0; --bar: #5b97db; --bar-other: #34608f; } }
body { background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 48rem;
  padding: 2rem 1rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.25; } h2 { border-top: 1px solid var(--line); font-size: 1.3rem; margin-top: 2.2rem;
  padding-top: 1.2rem; } h3 { font-size: 1.05rem; margin-bottom: .3rem; }
p.aside { color: var(--soft); font-size: .9rem; } a { color: var(--link); } li { margin: .3rem 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .93rem; margin: .8rem 0; min-width: 60%; }
caption { color: var(--soft); padding-bottom: .3rem; text-align: left; } th, td { border-bottom: 1px solid var(--line);
  padding: .35rem .9rem .35rem 0; text-align: left; vertical-align: top; }
th.number, td.number { font-variant-numeric: tabular-nums; text-align: right; }
svg { display: block; height: auto; margin: 1rem 0; max-width: 100%;
  min-width: 30rem; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
rect.even { fill: var(--bar); } rect.odd { fill: var(--bar-other); } rect.ground { fill: var(--line); opacity: .45; }
@media print { body { max-width: none; } h2 { break-after: avoid; } }
"""

_MARK = re.compile(r"\[(\d{1,3})\]")

# Measures of the picture, in SVG units.
_WIDTH, _ROW, _BAR, _VALUE_ROOM = 720, 46, 16, 60
_LONGEST_LABEL = 92


def _linked(text: str, last_source: int) -> str:
    """Escape *text* and make marks such as [3] links to the list of sources."""

    def link(found: re.Match[str]) -> str:
        number = int(found[1])
        return f'<a href="#source-{number}">[{number}]</a>' if 1 <= number <= last_source else found[0]

    return _MARK.sub(link, escape(text, quote=True))


def _draw_table(table: Table, last_source: int) -> str:
    def cell(tag: str, index: int, text: str) -> str:
        extra = ' scope="col"' if tag == "th" else ""
        kind = ' class="number"' if index in table.numeric else ""
        return f"<{tag}{extra}{kind}>{_linked(text, last_source)}</{tag}>"

    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    head = "".join(cell("th", index, text) for index, text in enumerate(table.columns))
    body = "\n".join(
        "<tr>" + "".join(cell("td", index, text) for index, text in enumerate(row)) + "</tr>" for row in table.rows
    )
    return f'<div class="wide"><table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>'


def _draw_bars(bars: Bars) -> str:
    """Draw each bar below its label, its parts in two alternating colours."""
    room = _WIDTH - _VALUE_ROOM
    scale = room / bars.limit
    shapes = []
    for row, (label, parts) in enumerate(bars.bars):
        top = row * _ROW
        short = label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"
        shapes.append(f'<text x="0" y="{top + 14}">{escape(short)}</text>')
        shapes.append(f'<rect class="ground" x="0" y="{top + 20}" width="{room}" height="{_BAR}" rx="3"/>')
        left = 0.0
        for index, part in enumerate(parts):
            width = max(0.0, min(part * scale, room - left))
            shade = "even" if index % 2 == 0 else "odd"
            shapes.append(f'<rect class="{shade}" x="{left:.1f}" y="{top + 20}" width="{width:.1f}" height="{_BAR}" rx="3"/>')
            left += width
        shapes.append(f'<text x="{room + 8}" y="{top + 20 + _BAR - 3}">{min(sum(parts), bars.limit):.2f}</text>')
    title = escape(bars.title, quote=True)
    height = max(_ROW * len(bars.bars), 1)
    picture = f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{title}">{"".join(shapes)}</svg>'
    return f'<div class="wide">{picture}</div>'


def _draw_bullets(block: Bullets, last_source: int) -> str:
    tag = "ol" if block.is_numbered else "ul"
    items = []
    for number, item in enumerate(block.items, start=1):
        place = f' id="source-{number}"' if block.is_sources else ""
        items.append(f"<li{place}>{_linked(item, 0 if block.is_sources else last_source)}</li>")
    return f"<{tag}>" + "\n".join(items) + f"</{tag}>"


def _draw_block(block: Block, last_source: int) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        kind = ' class="aside"' if block.is_aside else ""
        return f"<p{kind}>{_linked(block.text, last_source)}</p>".replace("\n", "<br>")
    if isinstance(block, Table):
        return _draw_table(block, last_source) if block.columns else ""
    if isinstance(block, Bullets):
        return _draw_bullets(block, last_source)
    return _draw_bars(block) if block.bars else ""


def draw_html(document: Document) -> str:
    """
    Return the page as a complete HTML document.

    Everything in it is escaped; a content policy forbids scripts and requests; light and dark follow the reader's setting.

    Examples:
        >>> "<b>" in draw_html(Document(title="<b>", blocks=()))
        False
    """
    lists = [block for block in document.blocks if isinstance(block, Bullets) and block.is_sources]
    last_source = max((len(block.items) for block in lists), default=0)
    body = "\n".join(_draw_block(block, last_source) for block in document.blocks)
    title = escape(document.title)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
