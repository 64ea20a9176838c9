"""Trains the ranker of places (`sayso.world.places.ranker`): `python -m training places PATH…`."""
