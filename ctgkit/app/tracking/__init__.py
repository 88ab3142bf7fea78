"""`ctg track`: what is added, to which fiche, and what is odd in it."""
