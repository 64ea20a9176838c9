"""Routes by subject, each a thin wrapper over one function of the library."""
