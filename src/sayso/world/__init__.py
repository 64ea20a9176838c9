"""Names to places, actors, moments and quantities: offline, by what the text says and what lists hold."""
