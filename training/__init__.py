"""Rebuilds the model from public corpora, evaluates it, and writes its card. Not installed with the package."""
