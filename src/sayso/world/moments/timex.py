"""Moments as TIMEX3, for those who exchange TimeML."""

from __future__ import annotations

from sayso.words.records import Moment


def timex3(moment: Moment, number: int = 1) -> str:
    """One TIMEX3 element: `<TIMEX3 tid="t1" type="DATE" value="2018-10" mod="START">early October</TIMEX3>`.

    A moment without a value is written with the value "null"; bounds that are known and not the value's own stand as
    the attributes `beginPoint` and `endPoint` of ISO-TimeML, with a day instead of a reference.
    """
    from xml.sax.saxutils import escape, quoteattr  # here: it brings all of HTTP along, and few export

    attributes = {
        "tid": f"t{number}",
        "type": (moment.type or "date").upper(),
        "value": moment.value or "null",
        "mod": moment.mod,
        "beginPoint": moment.earliest if moment.type == "duration" else None,
        "endPoint": moment.latest if moment.type == "duration" else None,
    }
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
    return f"<TIMEX3{written}>{escape(moment.text)}</TIMEX3>"
