"""How fast Sayso reads, beside its own encoder alone and beside spaCy's small model: `make bench`."""
