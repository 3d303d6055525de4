"""Run the figures' JavaScript with Node, as it is in js/."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from nnlib import figures
from tools.npm import NODE

MATH = Path(figures.__file__).parent / "js" / "math" / "index.js"


def run_module(path: Path, body: str, given: object = None) -> Any:
    """Run the body of an async function of `module` (a file) and `given`; return its result."""
    script = f"""
        import * as module from {json.dumps(path.as_uri())};
        const given = JSON.parse(await new Response(process.stdin).text());
        const answer = await (async (math) => {{ {body} }})(module);
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


def run_js(body: str, given: object) -> Any:
    """Run the body of a function of `math` (js/math) and `given`; return what it returns."""
    return run_module(MATH, body, given)
