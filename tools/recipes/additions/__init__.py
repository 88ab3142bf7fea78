"""One module an addition."""
