"""`python -m sayso`: the commands where the script isn't on the path."""

from sayso.cli import app

app()
