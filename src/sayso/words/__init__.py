"""The words that every room shares: the records, and the vocabulary that fills their labels."""
