"""Bodies in plain Markdown, in a tenth of the time: exactly what Python-Markdown and the checks would give, or nothing.

Start in body.py. It knows little on purpose, and tests/test_plain.py compares both ways on whatever it can think of.
"""

from .body import plain_body

__all__ = ["plain_body"]
