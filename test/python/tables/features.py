# The classes of features.ts.
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from metaxy import FeatureSpec
from metaxy.ext.sqlmodel import BaseSQLModelFeature
from sqlmodel import Field


class Described(BaseSQLModelFeature):
    """Shared columns."""

    label: str = Field(default="none", max_length=40)


class Scalars(Described, table=True, spec=FeatureSpec(key="scalars", id_columns=["id"])):
    """Every type that both have."""

    __metaxy_project__ = "oracle"
    id: str = Field(primary_key=True)
    text: str = Field(sa_type=sa.Text)
    short: str = Field(max_length=12)
    flag: bool
    small: int = Field(sa_type=sa.SmallInteger)
    integer: int
    large: int = Field(sa_type=sa.BigInteger)
    ratio: float
    price: Decimal = Field(max_digits=10, decimal_places=2)
    day: date
    clock: time
    naive: datetime = Field(sa_type=sa.DateTime)
    aware: datetime = Field(sa_type=sa.DateTime(timezone=True))
    span: timedelta
    uuid: UUID
    bytes: bytes
    document: Any = Field(sa_type=sa.JSON, nullable=False)
    mapping: dict[str, str] = Field(sa_type=sa.JSON)
    maybe: str | None = None
    empty: int | None
    forced: str = Field(nullable=True)


class Keys(BaseSQLModelFeature, table=True, spec=FeatureSpec(key="keys/of-many", id_columns=["a", "b"])):
    __metaxy_project__ = "oracle"
    __table_args__ = (
        sa.Index("ix_both", "a", "path"),
        sa.Index("uq_ix", "path", "b", unique=True),
        sa.UniqueConstraint("a", "path", name="uq_named"),
        sa.CheckConstraint("size > 0", name="ck_size"),
    )

    a: str = Field(primary_key=True)
    b: int = Field(primary_key=True)
    path: str = Field(index=True)
    code: str = Field(unique=True)
    size: int
    renamed: str = Field(sa_column_kwargs={"name": "other_name"})
    scalar: str | None = Field(foreign_key="scalars.id")
    order: int
