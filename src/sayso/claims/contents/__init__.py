"""Contents: the words of a claim, from where its clause begins to where it ends."""
