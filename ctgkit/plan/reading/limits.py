"""What is refused unread. A module of its own, so that asking costs no import."""

#: Files beyond this are refused: a plan is some tens of kilobytes, one with years of journal some
#: hundreds.
MAX_BYTES = 32 * 1024 * 1024
