"""Bundle the live figures with esbuild, run by the Node of the virtual environment.

Use: `python tools/build_figures.py [SLUG…]`, or `make figures`, which also installs what it needs.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from digits_module import digits_module
from npm import NODE

SCRIPT = Path(__file__).with_name("build_figures.mjs")

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        digits = Path(folder) / "digits.js"
        digits.write_text(digits_module(), encoding="utf-8")
        environment = {**os.environ, "NN_DIGITS": str(digits)}
        command = [NODE, SCRIPT, *sys.argv[1:]]
        sys.exit(subprocess.run(command, check=False, env=environment).returncode)
