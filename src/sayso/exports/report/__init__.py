"""The report: a selection as one page that opens from disk, to read and to print."""

from sayso.exports.report.page import MOST, write

__all__ = ["MOST", "write"]
