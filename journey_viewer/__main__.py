"""python -m journey_viewer"""

import sys

from journey_viewer.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # in a packed build the child that reads workbooks starts here
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
