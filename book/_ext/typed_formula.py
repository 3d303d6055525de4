"""Formulas as one types them into a search box."""

import re

SYMBOLS = {
    r"\partial": "∂",
    r"\alpha": "α",
    r"\theta": "θ",
    r"\sigma": "σ",
    r"\gamma": "γ",
    r"\Delta": "Δ",
    r"\odot": "⊙",
    r"\nabla": "∇",
    r"\cdot": "·",
    r"\times": "×",
    r"\top": "ᵀ",
    r"\sum": "∑",
    r"\to": "→",
    r"\leftarrow": "←",
    r"\approx": "≈",
    r"\ne": "≠",
    r"\le": "≤",
    r"\ge": "≥",
    r"\dots": "…",
    r"\cdots": "…",
}
BRACES = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
CASES = re.compile(r"\\begin\{cases\}.*?\\end\{cases\}", re.DOTALL)
FRACTION = re.compile(rf"\\[dt]?frac\s*{BRACES}\s*{BRACES}")
# What stands under a letter, its shape or a remark, is not part of what one would type.
UNDER = re.compile(rf"\\underset\s*{BRACES}")
REMARK = re.compile(rf"\\underbrace\s*{BRACES}\s*_{BRACES}")
FUNCTION = re.compile(r"\\(tanh|max|exp|ln|cos|sin)(?![a-zA-Z])\s*")


def in_one_line(fraction: re.Match[str]) -> str:
    """Write a fraction with a slash; a part of several words needs brackets."""
    parts = [part.strip() for part in fraction.groups()]
    return "/".join(f"({part})" if " " in part else part for part in parts)


def readable(latex: str) -> str:
    r"""Return a formula as one would type it into a search box: `∂L/∂W`, not `\frac{…}`."""
    for command, symbol in SYMBOLS.items():
        latex = re.sub(re.escape(command) + r"(?![a-zA-Z])\s*", symbol, latex)
    latex = CASES.sub(lambda cases: re.sub(r"\\\\(\[[^]]*\])?", ", ", cases[0]), latex)
    latex = FUNCTION.sub(r"\1", latex)
    latex = UNDER.sub("", latex)
    while (shorter := FRACTION.sub(in_one_line, REMARK.sub(r"\1", latex))) != latex:
        latex = shorter
    latex = re.sub(r"\\\\(\[[^]]*\])?|\\(?:begin|end)\{\w+\}|\\[a-zA-Z]+|\\.|[&$]", " ", latex)
    latex = re.sub(r"[{}]", "", latex.replace("}{", " ")).replace("^ᵀ", "ᵀ")
    return " ".join(latex.split())
