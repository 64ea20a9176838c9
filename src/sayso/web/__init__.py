"""The desk: an HTTP API over a ledger, and the page that uses it. `sayso serve` runs it.

Routes are a few lines each over functions of the library that the command line uses too.
"""
