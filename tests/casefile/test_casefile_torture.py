import subprocess
import sys
from pathlib import Path

import pytest

TORTURE = Path(__file__).parents[1] / "torture" / "torture_casefile.py"
pytestmark = pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="the trials fork")


def test_a_few_of_each_trial_of_make_torture_do_no_harm() -> None:
    few = ["--kills", "16", "--full", "12", "--flips", "24", "--cuts", "8", "--processes", "1"]
    done = subprocess.run([sys.executable, TORTURE, *few], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("must be 0") == done.stdout.count(" 0   must be 0") == 18
