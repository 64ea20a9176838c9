"""Factuality: whether the innermost voice presents it as what happened, did not, is planned, demanded, possible."""
