"""python -m journey_viewer"""

import sys

from journey_viewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
