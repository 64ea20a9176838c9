"""The commands, a few lines each over one function of the library that returns data."""
