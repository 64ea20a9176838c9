"""One program a peer: `python -m benchmarks.jobs.NAME FOLDER PROCESSES`, or its file where Sayso is not installed.

Each prints the seconds from the first call to the last result, the start of its processes and the loading of its
model included. It imports what it measures only inside that time.
"""
