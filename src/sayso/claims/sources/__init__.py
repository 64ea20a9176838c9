"""Sources: what kind of source speaks, whether it is named, and who is meant by "he", "the source", "Hasan"."""
