"""Files: the plans a command is given, git's versions of them, and writing one whole."""
