"""Wrong usage, configuration or file: one French sentence, exit status 2."""

from __future__ import annotations

import errno


class Misuse(Exception):  # noqa: N818  (not an error of ctgkit's)
    """What the command was given cannot be used; the message says why, without a final stop."""


_REASONS = {
    errno.ENOENT: "fichier introuvable",
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place accordée sur ce disque est épuisée",
    errno.EFBIG: "fichier trop gros pour ce disque",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENAMETOOLONG: "nom de fichier trop long",
    errno.ELOOP: "boucle de liens",
    errno.ENOLCK: "ce disque ne sait pas réserver un fichier à une seule commande",
    errno.EBADF: "elle est fermée",
    errno.EIO: "erreur de lecture du disque",
}


def reason(error: OSError) -> str:
    """Why a file could not be used, in French."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
