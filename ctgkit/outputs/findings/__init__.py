"""One writer of findings per output format."""
