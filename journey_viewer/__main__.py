"""python -m journey_viewer"""

import sys
from multiprocessing import freeze_support

from journey_viewer.cli import main

if __name__ == "__main__":
    freeze_support()  # in a packed build the child that reads workbooks starts here
    sys.exit(main())
