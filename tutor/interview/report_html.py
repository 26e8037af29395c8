"""The report and the replay as one page that needs nothing else."""

from __future__ import annotations

from html import escape

STYLE = """
body { font: 17px/1.55 Georgia, serif; max-width: 52rem; margin: 2.5rem auto; padding: 0 1.2rem;
  color: #222; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2; } h1 { margin-bottom: .2rem; }
h2 { margin-top: 2.2rem; border-bottom: 1px solid #ddd; padding-bottom: .2rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #e5e5e5; vertical-align: top; }
blockquote { margin: .6rem 0; padding: .1rem 1rem; border-left: 4px solid #b8c4d6; background: #f6f8fb; }
pre { background: #f4f4f4; padding: .8rem; overflow-x: auto; font-size: .85rem; }
@media (prefers-color-scheme: dark) {
  body { background: #16181c; color: #ddd; } pre, blockquote { background: #20242b; }
  th, td, h2 { border-color: #333; }
}
"""


def page(title: str, *texts: str) -> str:
    """One HTML page from texts in Markdown; whatever looks like HTML in them stays text."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = "\n<hr>\n".join(reader.render(text) for text in texts)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
