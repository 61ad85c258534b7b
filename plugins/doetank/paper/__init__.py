"""Documents on paper: a PDF that everybody can read and that can be kept. Start in document.py.

Only here is Typst known, and only cache.py, fonts.py and press.py need the extra `pdf`; a document can be made without.
"""
