"""Editions of the yearly lessons: made once, read at every build, compared with what the records say today. Start in freeze.py."""
