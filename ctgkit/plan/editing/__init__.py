"""Mending a plan file and adding to it, without touching the rest."""
