"""One reader a format: bytes to a `Document`, or `UnreadableError` with the reason."""
