"""A pipeline of two features on tables made by given SQL and on tables Metaxy makes itself.

stdin: {"project", "module", "parent", "child", "statements", "map": bool}
stdout: {"given": rows, "made": rows}: what Metaxy reads back of the child, without times
"""

import json
import sys
import tempfile
import warnings
from pathlib import Path

import duckdb
import narwhals as nw
import polars as pl
from metaxy import FeatureGraph, HashAlgorithm, MetaxyConfig
from metaxy.ext.duckdb import DuckDBMetadataStore

warnings.simplefilter("ignore")


def run_pipeline(store: DuckDBMetadataStore, parent: str, child: str) -> list[dict]:
    samples = pl.DataFrame(
        {
            "video_id": ["a", "b", "c"],
            "path": ["a.mp4", "b's.mp4", "ü.mp4"],
            "duration": [1.5, None, 3.0],
            "metaxy_provenance_by_field": [
                {"frames": f"frames-{name}", "audio_left": f"audio-{name}"} for name in ("a", "b", "c")
            ],
        }
    )
    with store.open("w"):
        store.write(parent, samples)
        first = store.resolve_update(child)
        store.write(child, with_values(first.new))
        changed = samples.filter(pl.col("video_id") == "a").with_columns(
            metaxy_provenance_by_field=pl.struct(frames=pl.lit("frames-a2"), audio_left=pl.lit("audio-a"))
        )
        store.write(parent, changed)
        second = store.resolve_update(child)
        store.write(child, with_values(second.stale))
        third = store.resolve_update(child)
        rows = store.read(child).collect().to_polars().sort("video_id")
        counts = {
            "first": [len(first.new), len(first.stale), len(first.orphaned)],
            "second": [len(second.new), len(second.stale), len(second.orphaned)],
            "third": [len(third.new), len(third.stale), len(third.orphaned)],
        }
    return [counts, *(describe_row(row) for row in rows.iter_rows(named=True))]


def with_values(frame: nw.DataFrame) -> nw.DataFrame:
    return frame.drop("path", "duration").with_columns(faces=nw.lit(2, dtype=nw.Int64))


def describe_row(row: dict) -> dict:
    columns = ["video_id", "faces", "metaxy_provenance", "metaxy_data_version", "metaxy_feature_version", "metaxy_project_version"]
    by_field = {name: as_dict(row[name]) for name in ("metaxy_provenance_by_field", "metaxy_data_version_by_field")}
    return {**{name: row[name] for name in columns}, **by_field}


def as_dict(value: object) -> dict:
    if isinstance(value, dict):
        return value
    return {entry["key"]: entry["value"] for entry in value}


def main() -> None:
    request = json.load(sys.stdin)
    settings = {"project": request["project"]} | ({"enable_map_datatype": True} if request["map"] else {})
    MetaxyConfig.set(MetaxyConfig(**settings))
    graph = FeatureGraph()
    with tempfile.TemporaryDirectory() as folder, graph.use():
        exec(compile(request["module"], "module", "exec"), {"__name__": "declared.module"})
        given = Path(folder, "given.duckdb")
        with duckdb.connect(str(given)) as connection:
            for statement in request["statements"]:
                connection.execute(statement)
        answers = {}
        for name, options in {"given": {}, "made": {"auto_create_tables": True}}.items():
            store = DuckDBMetadataStore(
                database=str(Path(folder, f"{name}.duckdb")), hash_algorithm=HashAlgorithm.MD5, **options
            )
            # MD5 needs no extension, and the machine may have no way to download one.
            store.extensions.clear()
            answers[name] = run_pipeline(store, request["parent"], request["child"])
    json.dump(answers, sys.stdout)


main()
