"""Pipelines on tables made by given SQL and on tables Metaxy makes itself.

stdin: [{"project", "module", "statements": [sql], "map": bool, "values": {feature: {column: [three values]}}}]
stdout: for each {"given": answer, "made": answer}: how much was to do, and what Metaxy reads back, without times
"""

import json
import sys
import tempfile
import warnings
from pathlib import Path

import duckdb
import narwhals as nw
import polars as pl
import sqlmodel.main
from metaxy import FeatureGraph, MetaxyConfig
from sqlmodel import SQLModel

from duckdb_store import DuckDBMetadataStore, open_store

warnings.simplefilter("ignore")

SAMPLES = ["a", "b's", "ü"]
COMPUTED = ["metaxy_provenance_by_field", "metaxy_provenance", "metaxy_data_version_by_field", "metaxy_data_version"]


def run_pipeline(store: DuckDBMetadataStore, graph: FeatureGraph, values: dict) -> dict:
    """Everything is computed, then one sample of each root changes, then nothing does."""
    definitions = list(graph.feature_definitions_by_key.values())
    with store.open("w"):
        return {
            "first": [run_feature(store, each, values, 0) for each in definitions],
            "second": [run_feature(store, each, values, 1) for each in definitions],
            "third": [run_feature(store, each, values, 1) for each in definitions if each.spec.deps],
            "rows": {each.key.to_string(): read_back(store, each) for each in definitions},
        }


def run_feature(store: DuckDBMetadataStore, definition: object, values: dict, run: int) -> list[int]:
    own = values.get(definition.key.to_string(), {})
    if not definition.spec.deps:
        frame = root_rows(definition, own, run)
        store.write(definition.key, frame)
        return [len(frame)]
    update = store.resolve_update(definition.key)
    for rows in (update.new, update.stale):
        if len(rows) > 0:
            store.write(definition.key, with_values(rows, definition, own))
    return [len(update.new), len(update.stale), len(update.orphaned)]


def root_rows(definition: object, values: dict, run: int) -> pl.DataFrame:
    """All samples in the first run, the first one with another provenance in the second."""
    (id_column,) = definition.spec.id_columns
    fields = [field.key.to_struct_key() for field in definition.spec.fields]
    provenance = [{field: f"{field}-{sample}-{run}" for field in fields} for sample in SAMPLES]
    frame = pl.DataFrame({id_column: SAMPLES, **values, "metaxy_provenance_by_field": provenance})
    return frame if run == 0 else frame.head(1)


def with_values(rows: nw.DataFrame, definition: object, values: dict) -> nw.DataFrame:
    # What Metaxy leaves of the features above, such as `metaxy_deleted_at_right`, is no column of this one.
    columns = [*definition.spec.id_columns, *COMPUTED]
    return rows.select(columns).with_columns(**{name: nw.lit(column[0]) for name, column in values.items()})


def read_back(store: DuckDBMetadataStore, definition: object) -> list[dict]:
    (id_column,) = definition.spec.id_columns
    rows = store.read(definition.key).collect().to_polars().sort(id_column)
    return [describe_row(row, id_column) for row in rows.iter_rows(named=True)]


def describe_row(row: dict, id_column: str) -> dict:
    columns = ["metaxy_provenance", "metaxy_data_version", "metaxy_feature_version", "metaxy_project_version"]
    by_field = ("metaxy_provenance_by_field", "metaxy_data_version_by_field")
    own = {name: value for name, value in row.items() if not name.startswith("metaxy_")}
    return {**own, **{name: row[name] for name in columns}, **{name: as_dict(row[name]) for name in by_field}}


def as_dict(value: object) -> dict:
    if isinstance(value, dict):
        return value
    return {entry["key"]: entry["value"] for entry in value}


def declare(source: str) -> FeatureGraph:
    SQLModel.metadata.clear()
    sqlmodel.main.default_registry.dispose()
    graph = FeatureGraph()
    with graph.use():
        exec(compile(source, "module", "exec"), {"__name__": "declared.module"})
    return graph


def compare(request: dict) -> dict:
    settings = {"project": request["project"]} | ({"enable_map_datatype": True} if request["map"] else {})
    MetaxyConfig.set(MetaxyConfig(**settings))
    graph = declare(request["module"])
    answers = {}
    with tempfile.TemporaryDirectory() as folder, graph.use():
        with duckdb.connect(str(Path(folder, "given.duckdb"))) as connection:
            for statement in request["statements"]:
                connection.execute(statement)
        for name, options in {"given": {}, "made": {"auto_create_tables": True}}.items():
            store = open_store(Path(folder, f"{name}.duckdb"), **options)
            answers[name] = run_pipeline(store, graph, request["values"])
    return answers


json.dump([compare(request) for request in json.load(sys.stdin)], sys.stdout)
