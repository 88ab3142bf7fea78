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
    errno.ENXIO: "ce n'est pas un fichier",
    errno.ENODEV: "ce n'est pas un fichier",
    errno.EBUSY: "un autre programme s'en sert",
    errno.EAGAIN: "indisponible pour l'instant",
    errno.ESTALE: "le disque en réseau ne le trouve plus",
    errno.ETIMEDOUT: "le disque en réseau ne répond pas",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ENFILE: "trop de fichiers sont ouverts",
    errno.ENOMEM: "la mémoire manque",
    errno.EINVAL: "ce disque ou ce système ne le permet pas",
    errno.ENOTSUP: "ce disque ou ce système ne le permet pas",
}


def reason(error: OSError) -> str:
    """Why a file could not be used, in French."""
    return _REASONS.get(error.errno or 0) or f"refusé par le système ({error.strerror or error})"
