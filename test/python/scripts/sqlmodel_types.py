"""Which annotations SQLModel makes columns of.

stdin: [annotation, ...]
stdout: [true or false, ...]
"""

import datetime
import json
import sys
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel
from pydantic import Field as Constraint
from sqlmodel import Field, SQLModel


class Box(BaseModel):
    x: int


names = {**vars(datetime), "Decimal": Decimal, "Annotated": Annotated, "Any": Any, "Literal": Literal, "UUID": UUID}
names |= {"Box": Box, "Constraint": Constraint}


def is_known(number, annotation):
    body = {
        "__annotations__": {"id": str, "x": eval(annotation, names)},
        "__module__": __name__,
        "id": Field(primary_key=True),
    }
    try:
        type(SQLModel)(f"Table{number}", (SQLModel,), body, table=True)
    except (TypeError, ValueError):
        return False
    return True


print(json.dumps([is_known(number, each) for number, each in enumerate(json.load(sys.stdin))]))
