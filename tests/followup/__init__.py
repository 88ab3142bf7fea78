"""The state of a plan on a day."""
