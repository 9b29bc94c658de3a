"""YAML and JSON without surprises: no duplicate keys, no guessed types, no aliases."""

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from ingest import limits
from ingest.code import Code
from ingest.report import Finding, Refused

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"


class _Loader(yaml.SafeLoader):
    """Every scalar is the string that was written: `NO` is Norway, 2022-05-21 no date object.

    `null`, `~` and nothing are the empty string.
    """

    yaml_implicit_resolvers: dict[str, Any] = {  # noqa: RUF012 - as the base class declares it
        first: [one for one in kinds if one[0] == "tag:yaml.org,2002:null"]
        for first, kinds in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401 - untyped base
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not allowed")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise _Twice(str(twice), node.start_mark.line + 1)
        return super().construct_mapping(node, deep=deep)


_Loader.add_constructor("tag:yaml.org,2002:null", lambda _loader, _node: "")


class _Twice(Exception):
    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key, self.line = key, line


def parse_yaml(written: str, *, file: str, code: Code) -> dict[str, Tree]:
    """The mapping that a YAML file holds, every scalar a string.

    Raises:
        Refused: with DUPLICATE_KEY, or with `code` for anything that is no YAML mapping.
    """
    try:
        tree = yaml.load(written, Loader=_Loader)  # noqa: S506 - a subclass of SafeLoader
    except _Twice as twice:
        found = Finding(code=Code.DUPLICATE_KEY, file=file, row=twice.line, field=twice.key)
        raise Refused(found) from None
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        row = None if line is None else line + 1
        problem = str(getattr(error, "problem", None) or "nesting")
        raise Refused(
            Finding(code=code, file=file, row=row, value=problem, expected="YAML")
        ) from None
    if not isinstance(tree, dict):
        raise Refused(Finding(code=code, file=file, expected="YAML: field: value"))
    return tree


def read_yaml(path: Path, *, code: Code) -> dict[str, Tree]:
    """`parse_yaml` of a small UTF-8 file."""
    try:
        with path.open("rb") as opened:
            content = opened.read(limits.CONFIGURATION_BYTES + 1)
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Finding(code=code, file=str(path), expected="UTF-8")) from None
    except OSError:
        raise Refused(Finding(code=Code.UNREADABLE, file=str(path))) from None
    if len(content) > limits.CONFIGURATION_BYTES:
        raise Refused(Finding(code=Code.TOO_LARGE, file=str(path)))
    return parse_yaml(written, file=str(path), code=code)


def parse_json(written: str, *, file: str, row: int | None = None) -> Any:  # noqa: ANN401 - JSON
    """A JSON value with its numbers verbatim, as strings.

    Raises:
        Refused: for duplicate keys, numbers no machine holds, nesting beyond the limit, or text
            that is no JSON or no Unicode.
    """

    def refuse(code: Code, value: str | None = None, key: str | None = None) -> Refused:
        return Refused(Finding(code=code, file=file, row=row, field=key, value=value))

    def pairs(found: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(found)
        if len(members) != len(found):
            keys = [key for key, _ in found]
            twice = next(key for key in keys if keys.count(key) > 1)
            both = ", ".join(str(value)[:40] for key, value in found if key == twice)
            raise Refused(
                Finding(code=Code.DUPLICATE_KEY, file=file, row=row, field=twice, value=both)
            )
        for key, value in found:
            if isinstance(value, _NoNumber):
                raise refuse(Code.NUMBER_INVALID, value, key)
        return members

    def number(digits: str) -> str:
        if len(digits) > 4300 or not math.isfinite(float(digits)):
            return _NoNumber(digits[:40])
        return digits

    try:
        tree = json.loads(
            written,
            object_pairs_hook=pairs,
            parse_float=number,
            parse_int=number,
            parse_constant=_NoNumber,
        )
        if (wrong := next(_no_numbers(tree), None)) is not None:
            raise refuse(Code.NUMBER_INVALID, wrong)
        written.encode()
        json.dumps(tree, ensure_ascii=False).encode()
    except RecursionError:
        raise refuse(Code.NEST_LIMIT) from None
    except (json.JSONDecodeError, UnicodeEncodeError) as error:
        line = row if row is not None else getattr(error, "lineno", None)
        raise Refused(
            Finding(code=Code.CORRUPT, file=file, row=line, expected="JSON in Unicode")
        ) from None
    if _depth(tree) > limits.JSON_DEPTH:
        raise refuse(Code.NEST_LIMIT)
    return tree


class _NoNumber(str):
    """What stands for a number and is none that a machine holds: NaN, 1e999."""


def _no_numbers(tree: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Those that no key names: alone, or in a list."""
    if isinstance(tree, _NoNumber):
        yield tree
    elif isinstance(tree, dict | list):
        for child in tree.values() if isinstance(tree, dict) else tree:
            yield from _no_numbers(child)


def _depth(tree: Any) -> int:  # noqa: ANN401 - JSON
    depth, level = 0, [tree]
    while level := [value for value in level if isinstance(value, dict | list)]:
        depth += 1
        level = [
            child
            for value in level
            for child in (value.values() if isinstance(value, dict) else value)
        ]
    return depth
