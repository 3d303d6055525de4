"""Bundle the live figures with esbuild, run by the Node of the virtual environment.

Use: `python tools/build_figures.py [SLUG…]`, or `make figures`, which also installs what it needs.
"""

import subprocess
import sys
from pathlib import Path

from npm import NODE

SCRIPT = Path(__file__).with_name("build_figures.mjs")

if __name__ == "__main__":
    sys.exit(subprocess.run([NODE, SCRIPT, *sys.argv[1:]], check=False).returncode)
