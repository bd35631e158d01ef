"""The Bot API's methods, parameters and types, read from aiogram's method models, and held strictly.

Telegram itself forgives much (it ignores unknown parameters); this does not: an unknown or deprecated
parameter, a wrong type or a missing required one is refused with 400 and counts as a fault. Values may come
as a form's text (objects as JSON, as python-telegram-bot and aiogram send them) or as native JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import InputFile
from pydantic import BaseModel

from tests.telegram.wire import Json, Parcel, Upload, bad

METHODS: Mapping[str, type[TelegramMethod[Any]]] = {
    model.__api_method__: model
    for model in vars(aiogram.methods).values()
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}
"""Every method of the Bot API that aiogram knows, by its name on the wire."""


@dataclass(frozen=True)
class Param:
    """A parameter of a method or a field of an object."""

    name: str
    kinds: tuple[Any, ...]  # the alternatives of its type, without None and aiogram's Default
    required: bool
    deprecated: bool


class WrongType(Exception):
    """A value that is not of its declared type: where, and what was wanted."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """The members of a type, unions and Annotated opened, None and Default left out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return alternatives(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(kind for member in get_args(annotation) for kind in alternatives(member))
    return () if annotation in (type(None), Default) else (annotation,)


@cache
def params_of(model: type[BaseModel]) -> Mapping[str, Param]:
    """The parameters of a method, or fields of an object, by their name on the wire."""
    found = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        kinds = alternatives(info.annotation)
        wire_name = info.alias or name
        # aiogram fills in constants such as `type`; on the wire Telegram requires them
        constant = any(get_origin(kind) is Literal for kind in kinds)
        found[wire_name] = Param(
            wire_name,
            kinds,
            info.is_required() or constant,
            isinstance(extra, dict) and bool(extra.get("deprecated")),
        )
    return found


@dataclass
class _Reading:
    uploads: Mapping[str, Upload]
    used: set[str] = field(default_factory=set)


def checked(method: str, parcel: Parcel) -> Json:
    """The parameters of a call as typed values, uploads in their places. Raises Refused (a fault)."""
    if method not in METHODS:
        raise bad(f"method {method} is not in the Bot API")
    declared = params_of(METHODS[method])
    reading = _Reading(parcel.uploads)
    values: Json = {}
    for name, value in parcel.params.items():
        param = declared.get(name)
        if param is None:
            raise bad(f"{method} has no parameter {name}")
        if param.deprecated:
            raise bad(f"{method}: parameter {name} is no longer in the Bot API")
        try:
            values[name] = _from_wire(reading, value, param.kinds, name)
        except WrongType as error:
            raise bad(f"{method}: {error}") from error
    for name, upload in parcel.uploads.items():
        if name in declared and InputFile in declared[name].kinds:
            values[name] = upload
        elif name not in reading.used:
            raise bad(f"{method}: file {name} belongs to no parameter")
    for param in declared.values():
        if param.required and param.name not in values:
            raise bad(f"{method}: parameter {param.name} is required")
    return values


def _from_wire(reading: _Reading, value: Any, kinds: tuple[Any, ...], where: str) -> Any:
    """A top-level value: a form's text is read as what the parameter wants; JSON is taken as it is."""
    if not isinstance(value, str):
        return _one_of(reading, value, kinds, where)
    _well_formed(value, where)
    for kind in kinds:
        if kind in (int, dt.datetime, dt.timedelta) and re.fullmatch(r"-?\d{1,18}", value):
            return int(value)
        if kind is float and re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
            return float(value)
        if kind is bool and value in ("true", "True", "1", "false", "False", "0"):
            return value in ("true", "True", "1")
    objects = tuple(kind for kind in kinds if _is_object(kind))
    if objects and (value[:1] in ("{", "[") or str not in kinds):
        try:
            native = json.loads(value)
        except ValueError as error:
            raise WrongType(where, "can't parse JSON") from error
        return _one_of(reading, native, objects, where)
    return _one_of(reading, value, kinds, where)


def _well_formed(value: str, where: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WrongType(where, "strings must be encoded in UTF-8") from error


def _is_object(kind: Any) -> bool:
    return get_origin(kind) is list or (isinstance(kind, type) and issubclass(kind, BaseModel))


def _one_of(reading: _Reading, value: Any, kinds: tuple[Any, ...], where: str) -> Any:
    errors: list[tuple[int, WrongType]] = []
    for kind in kinds:
        try:
            return _is(reading, value, kind, where)
        except WrongType as error:
            errors.append((_likeness(value, kind), error))
    raise max(errors, key=lambda pair: pair[0])[1]


def _likeness(value: Any, kind: Any) -> int:
    """How far a value looks as if this kind was meant, to report the error that helps."""
    if not (isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, BaseModel)):
        return -1
    fields = params_of(kind)
    tag = fields.get("type")
    meant = tag is not None and value.get("type") in {c for k in tag.kinds for c in get_args(k)}
    return len(fields.keys() & value.keys()) + (100 if meant else 0)


def _is(reading: _Reading, value: Any, kind: Any, where: str) -> Any:
    if kind is Any:
        return value
    if kind is InputFile:
        return _file(reading, value, where)
    origin = get_origin(kind)
    if origin is Literal:
        constants = [getattr(c, "value", c) for c in get_args(kind)]
        if value not in constants or isinstance(value, bool) != isinstance(constants[0], bool):
            raise WrongType(where, f"wanted {constants}, got {value!r}")
        return value
    if origin is list:
        if not isinstance(value, list):
            raise WrongType(where, f"wanted a list, got {type(value).__name__}")
        inner = alternatives(get_args(kind)[0])
        return [_one_of(reading, item, inner, f"{where}[{i}]") for i, item in enumerate(value)]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _object(reading, value, kind, where)
    if kind in (int, dt.datetime, dt.timedelta):
        good = isinstance(value, int) and not isinstance(value, bool)
    elif kind is float:
        good = isinstance(value, int | float) and not isinstance(value, bool)
    elif kind is str:
        # a string that names an upload is resolved wherever it stands
        good = isinstance(value, str)
        if good:
            _well_formed(value, where)
            if value.startswith("attach://"):
                return _file(reading, value, where)
    else:
        good = isinstance(value, kind)
    if not good:
        raise WrongType(where, f"wanted {getattr(kind, '__name__', kind)}, got {type(value).__name__}")
    return value


def _file(reading: _Reading, value: Any, where: str) -> Upload:
    if isinstance(value, Upload):
        return value
    if not (isinstance(value, str) and value.startswith("attach://")):
        raise WrongType(where, "wanted a file")
    name = value.removeprefix("attach://")
    if name not in reading.uploads:
        raise WrongType(where, f"no file part named {name}")
    reading.used.add(name)
    return reading.uploads[name]


def _object(reading: _Reading, value: Any, kind: type[BaseModel], where: str) -> Json:
    if not isinstance(value, dict):
        raise WrongType(where, f"wanted {kind.__name__}, got {type(value).__name__}")
    fields = params_of(kind)
    result: Json = {}
    for name, inner in value.items():
        if name not in fields or fields[name].deprecated:
            raise WrongType(f"{where}.{name}", f"{kind.__name__} has no such field")
        result[name] = _one_of(reading, inner, fields[name].kinds, f"{where}.{name}")
    for param in fields.values():
        if param.required and param.name not in value:
            raise WrongType(f"{where}.{param.name}", "is required")
    return result
