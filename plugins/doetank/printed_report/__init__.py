"""The yearly lessons as a document to print, from what their page counts. Start in report.py."""

from .report import printed_report

__all__ = ["printed_report"]
