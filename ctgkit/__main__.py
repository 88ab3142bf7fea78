"""`python -m ctgkit` is `ctg`."""

import sys

from ctgkit.app import main

if __name__ == "__main__":
    sys.exit(main())
