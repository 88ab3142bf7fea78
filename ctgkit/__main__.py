"""`python -m ctgkit` is `ctg`."""

import sys

from ctgkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
