"""The OpenAPI document, always the same bytes for the same code: `python -m sayso.web.openapi > ui/openapi.json`.

FastAPI writes the paths and parameters, msgspec the records. A record that is answered (a dataclass) always has all its
fields; of one that is sent (a Struct, which takes no other fields) those with a default may be left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from inspect import cleandoc
from typing import Any

import msgspec
from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from sayso.ledger.review.records import Decided
from sayso.web.answers import JsonRoute, Overtaken, Problem
from sayso.web.uploads import Pasted

Document = dict[str, Any]
_REFERENCE = "#/components/schemas/{name}"
PROBLEMS = {
    400: "A condition, a name or a value that can't be meant.",
    401: "Who asks isn't known: the token is missing, or nobody is signed in.",
    403: "Who asks may not, or asked from another page.",
    404: "There is no such thing.",
    413: "The body is too large.",
    415: "The body is of another kind.",
    422: "A parameter or the body isn't of its type.",
    429: "Too often; `Retry-After` says when again.",
}
_OVERTAKEN = "The same person decided in between; `decision` is what they decided."


def document(app: FastAPI, routers: Sequence[APIRouter]) -> Document:
    """The document of an application whose routes under /api come from these routers."""
    routes = {route.name: route for router in routers for route in router.routes if isinstance(route, JsonRoute)}
    kinds: list[Any] = [Problem, Overtaken, Pasted]
    kinds += [kind for route in routes.values() for kind in (route.returns, route.takes) if _is_record(kind)]
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REFERENCE)
    by_kind = {str(kind): schema for kind, schema in zip(kinds, schemas, strict=True)}
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    parameters: dict[str, Document] = {}
    for path in made["paths"].values():
        for operation in path.values():
            _complete(operation, routes[operation["operationId"]], by_kind)
            operation["parameters"] = [_shared(one, parameters) for one in operation.get("parameters", ())]
    made.setdefault("components", {}).update(
        schemas={name: _whole(schema) for name, schema in components.items()},
        parameters=parameters,
        responses={str(status): _answer(meaning, by_kind[str(Problem)]) for status, meaning in PROBLEMS.items()},
    )
    return made


def text(app: FastAPI) -> str:
    """The document as it is kept in a file."""
    spread = json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return re.sub(r'\{\s+("\$ref": "[^"]+")\s+\}', r"{\1}", spread)


def _is_record(kind: Any) -> bool:
    return kind not in (None, type(None)) and not (isinstance(kind, type) and issubclass(kind, Response))


def _complete(operation: Document, route: JsonRoute, by_kind: Mapping[str, Document]) -> None:
    """Say what an operation takes and answers."""
    responses = operation["responses"]
    if _is_record(route.returns):
        responses["200"] = _answer("The answer.", by_kind[str(route.returns)])
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": _json(by_kind[str(route.takes)])}
    if route.returns is Decided:
        responses["409"] = _answer(_OVERTAKEN, by_kind[str(Overtaken)])
    responses.update({str(status): {"$ref": f"#/components/responses/{status}"} for status in PROBLEMS})


def _shared(parameter: Document, held: dict[str, Document]) -> Document:
    """A reference to the parameter, kept once; the parameter itself where another has its name."""
    name = parameter["name"]
    return {"$ref": f"#/components/parameters/{name}"} if held.setdefault(name, parameter) == parameter else parameter


def _answer(meaning: str, schema: Document) -> Document:
    return {"description": meaning, "content": _json(schema)}


def _json(schema: Document) -> Document:
    return {"application/json": {"schema": schema}}


def _whole(schema: Document) -> Document:
    """A schema; where it is of a record that is answered, with all its fields required."""
    schema = {**schema, "description": cleandoc(schema["description"])} if "description" in schema else schema
    if "additionalProperties" in schema or "properties" not in schema:
        return schema
    fields = {name: _without_default(field) for name, field in schema["properties"].items()}
    return {**schema, "properties": fields, "required": list(fields)}


def _without_default(field: Document) -> Document:
    return {key: value for key, value in field.items() if key != "default"}


if __name__ == "__main__":
    from sayso.ledger import Ledger
    from sayso.web.app import create_app

    with Ledger.open(":memory:") as ledger:
        sys.stdout.write(text(create_app(ledger)))
