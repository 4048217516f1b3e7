"""Tables of SQLModel classes made by SQLAlchemy and tables made by given SQL, as the engine describes both.

stdin: {"url", "module", "statements": [sql], "prefix": text | null}
With a prefix, Metaxy copies the classes' tables as its Alembic integration does: prefixed, keys injected, system tables added.
stdout: {"theirs": catalog, "ours": catalog}, or null without the engine; a catalog maps a table's name to what the engine says of it
"""

import json
import sys
import warnings

import sqlalchemy as sa
from metaxy import FeatureGraph, MetaxyConfig
from metaxy.ext.sqlalchemy import get_system_slqa_metadata
from metaxy.ext.sqlmodel import filter_feature_sqlmodel_metadata
from sqlmodel import SQLModel

from duckdb_store import open_store

warnings.simplefilter("ignore")

POSTGRESQL = {
    "columns": """
        SELECT table_name, column_name, ordinal_position, data_type, character_maximum_length, numeric_precision,
               numeric_scale, is_nullable, column_default
        FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1, 2",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2""",
}
DUCKDB = {
    "columns": """
        SELECT table_name, column_name, column_index, data_type, is_nullable, column_default
        FROM duckdb_columns() WHERE NOT internal ORDER BY 1, 3""",
    "indexes": "SELECT table_name, index_name, is_unique, expressions FROM duckdb_indexes() ORDER BY 1, 2",
    "constraints": """
        SELECT table_name, constraint_type, constraint_text FROM duckdb_constraints()
        WHERE constraint_type <> 'NOT NULL' ORDER BY 1, 2, 3""",
}
SQLITE = {
    "columns": """
        SELECT m.name, c.name, c.cid, c.type, c."notnull", c.dflt_value, c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 3""",
    "indexes": """
        SELECT m.name, CASE l.origin WHEN 'c' THEN l.name END, l."unique", l.origin, group_concat(i.name)
        FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_info(l.name) i
        WHERE m.type = 'table' GROUP BY 1, 2, 3, 4, l.name ORDER BY 1, 2, 5""",
    "constraints": """
        SELECT m.name, f."table", f."from", f."to", f.on_update, f.on_delete
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 3""",
}


def describe(connection: sa.Connection) -> dict:
    queries = {"postgresql": POSTGRESQL, "duckdb": DUCKDB, "sqlite": SQLITE}[connection.dialect.name]
    return {what: [list(map(plain, row)) for row in connection.exec_driver_sql(sql)] for what, sql in queries.items()}


def plain(value: object) -> object:
    return value if value is None or isinstance(value, (int, str, bool)) else str(value)


def migrated(prefix: str) -> list[sa.MetaData]:
    """What Alembic is given for a store."""
    store = open_store(":memory:", table_prefix=prefix)
    injected = {"inject_primary_key": True, "inject_index": True}
    _, features = filter_feature_sqlmodel_metadata(store, SQLModel.metadata, **injected)
    _, system = get_system_slqa_metadata(store)
    return [features, system]


def start(connection: sa.Connection) -> None:
    """An empty place to work in."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS metaxy_python_test CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA metaxy_python_test")
        connection.exec_driver_sql("SET LOCAL search_path TO metaxy_python_test")


def main() -> None:
    request = json.load(sys.stdin)
    MetaxyConfig.set(MetaxyConfig(project="oracle"))
    with FeatureGraph().use():
        exec(compile(request["module"], "module", "exec"), {"__name__": "declared.module"})
        metadatas = [SQLModel.metadata] if request["prefix"] is None else migrated(request["prefix"])
    answer = {}
    for name in ("theirs", "ours"):
        # Each in a transaction of its own, on an engine of its own where the engine is a file.
        try:
            connection = sa.create_engine(request["url"], poolclass=sa.NullPool).connect()
        except sa.exc.OperationalError:
            json.dump(None, sys.stdout)
            return
        start(connection)
        if name == "theirs":
            for metadata in metadatas:
                metadata.create_all(connection)
        else:
            for statement in request["statements"]:
                connection.exec_driver_sql(statement.replace("%", "%%") if "%" in statement else statement)
        answer[name] = describe(connection)
        connection.rollback()
        connection.close()
    json.dump(answer, sys.stdout)


main()
