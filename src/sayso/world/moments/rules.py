"""Every rule that grammar.toml may name: from the words of a phrase and its context to a meaning."""

from __future__ import annotations

from sayso.world.moments import dates, holidays, lengths, periods, years
from sayso.world.moments.meaning import Rule

RULES: dict[str, Rule] = {
    "figures": dates.figures,
    "calendar": dates.calendar_date,
    "before": dates.before,
    "tail": dates.tail,
    "containing": dates.containing,
    "spoken": years.spoken,
    "holiday": holidays.holiday,
    "period": periods.period,
    "named": periods.named,
    "shift": lengths.shift,
    "stretch": lengths.stretch,
    "duration": lengths.duration,
    "repeated": lengths.repeated,
    "vague": lengths.vague,
}
