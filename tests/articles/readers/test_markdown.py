from __future__ import annotations

from tests.articles.making import BODY, article, read_as

FILE = f"""---
author: Jane Roe
date: 2019-02-12
url: https://wire.example/1
---

# Shells fall near the crossing #

{BODY}

## A quiet night

> No warning was *given*
> by any side.

- One bridge is closed.
- ![a crater](crater.png)

![a crater](crater.png)

```
echo not read
```
"""


def test_marks_tell_titles_and_quotes_apart_and_the_text_stays_as_it_is() -> None:
    one = article(FILE, "markdown")
    assert one.text == FILE
    assert read_as(one) == [
        ("title", "Shells fall near the crossing"),
        *(("text", paragraph) for paragraph in BODY.split("\n\n")),
        ("text", "A quiet night"),
        ("quote", "No warning was *given*\n> by any side."),
        ("text", "One bridge is closed."),
        ("text", "![a crater](crater.png)"),
    ]


def test_front_matter_is_what_the_file_states() -> None:
    one = article(FILE, "markdown")
    assert (one.title, one.authors) == ("Shells fall near the crossing", ("Jane Roe",))
    assert (one.published, one.address) == ("2019-02-12", "https://wire.example/1")
