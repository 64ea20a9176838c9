"""How much time a phrase speaks of: "three" is "3", "several" "X", "two and a half" "2.5"; and TIMEX3's duration."""

from __future__ import annotations

from sayso.world.moments.phrases import Phrase


def amount(phrase: Phrase) -> str:
    """The number of a phrase: "3", "1.5", or "X" where it is vague."""
    if vague := phrase.value("vague_number"):
        return vague
    total, whole = 0.0, False
    for word in phrase.words:
        kinds = word.kinds
        figure = next((kinds[kind] for kind in ("digits", "number", "tens") if kind in kinds), None)
        if figure is not None and "direction" not in kinds:
            total, whole = total + float(figure), True
        elif "big" in kinds:
            total, whole = (total or 1) * float(kinds["big"]), True
        elif "fraction" in kinds:
            above, _, below = kinds["fraction"].partition("/")
            total, whole = total + int(above) / max(1, int(below)), True
        elif "half" in kinds:
            total, whole = total + 0.5, True
        elif "unit" in kinds and not whole:
            total, whole = 1, True
        if whole and ("to" in kinds or ("and" in kinds and not phrase.has("half"))):
            break
    if not whole:
        return "1" if phrase.has("a") else "X"
    if phrase.has("half") and phrase.has("and") and total == 0.5:
        total = 1.5
    return f"{total:g}" if total < 1e6 else "X"


def length(number: str, unit: str) -> str:
    """TIMEX3's duration: P3D, PT48H, PXY; half a year more is "P2Y6M"."""
    time, unit = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if unit in "ECLN" and number != "X":
        number, unit = f"{float(number) * {'E': 10, 'C': 100, 'L': 1000, 'N': 2}[unit]:g}", "W" if unit == "N" else "Y"
    smaller = {"Y": "6M", "H": "30M", "M": "30S" if time else None}.get(unit)
    if number.endswith(".5") and smaller:
        whole = number[:-2]
        return f"P{time}{whole + unit if whole != '0' else ''}{smaller}"
    return f"P{time}{number}{unit}"


def mod(phrase: Phrase) -> str | None:
    """TIMEX3's mod of "about", "at least", "less than"."""
    compare = phrase.value("compare")
    if phrase.has("least"):
        least = any("least" in word.kinds and word.kinds["least"] == "least" for word in phrase.words)
        return "EQUAL_OR_MORE" if least else "EQUAL_OR_LESS"
    if phrase.has("up"):
        return "EQUAL_OR_LESS"
    return compare or phrase.value("approx") or None
