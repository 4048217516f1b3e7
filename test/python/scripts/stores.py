"""What Metaxy pushes and locks for modules of two projects, and what it makes of the compiler's push.sql and metaxy.lock.

stdin: {"project", "graphs": [{"module", "system": [sql], "push": [sql], "extra": [extra_features], "lock": text}]}
stdout: for each graph {"theirs": ..., "ours": ..., "lock": text, "versions": ..., "locked_versions": ...}
"""

import json
import sys
import tempfile
import warnings
from functools import reduce
from operator import or_
from pathlib import Path

import duckdb
import sqlmodel.main
from metaxy import FeatureGraph, FeatureSelection, MetaxyConfig
from metaxy.metadata_store.system.storage import SystemTableStorage
from metaxy.utils.lock_file import generate_lock_file, load_lock_file
from sqlmodel import SQLModel

from duckdb_store import DuckDBMetadataStore, open_store

warnings.simplefilter("ignore")


def declare(source: str) -> FeatureGraph:
    SQLModel.metadata.clear()
    sqlmodel.main.default_registry.dispose()
    graph = FeatureGraph()
    with graph.use():
        exec(compile(source, "module", "exec"), {"__name__": "declared.module"})
    return graph


def only(graph: FeatureGraph, project: str) -> FeatureGraph:
    """The features of one project, without those of others that they depend on."""
    part = FeatureGraph()
    for definition in graph.feature_definitions_by_key.values():
        if definition.project == project:
            part.add_feature_definition(definition)
    return part


def read_pushed(store: DuckDBMetadataStore, graph: FeatureGraph, project: str) -> dict:
    """What the store says was pushed, and what pushing again would do."""
    with store.open("w"), graph.use():
        storage = SystemTableStorage(store)
        version = storage._read_latest_project_version(project)
        rows = storage.read_features(current=False, project_version=version, project=project).sort("feature_key")
        loaded = storage.load_graph_from_snapshot(project_version=version, project=project)
        again = storage.push_graph_snapshot(project=project)
        count = len(storage.read_features(current=False, project_version=version, project=project))
    columns = ["feature_key", "metaxy_feature_version", "metaxy_definition_version", "metaxy_project_version", "feature_spec", "feature_schema"]
    return {
        "rows": rows.select(columns).to_dicts(),
        "definitions": {str(key): value.feature_definition_version for key, value in loaded.feature_definitions_by_key.items()},
        "already_pushed": again.already_pushed,
        "updated": sorted(again.updated_features),
        "rows_after_pushing_again": count,
    }


def push_again(store: DuckDBMetadataStore, path: Path, project: str, push: list[str]) -> dict:
    """What Metaxy reads of its own version once another one was pushed and the compiler pushed this one again."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO metaxy_system__feature_versions SELECT * REPLACE ('other' AS metaxy_project_version, "
            "recorded_at + INTERVAL 1 MICROSECOND AS recorded_at) FROM metaxy_system__feature_versions "
            "WHERE project = ? ORDER BY recorded_at DESC LIMIT 1",
            [project],
        )
        for statement in push:
            connection.execute(statement)
    with store.open("r"):
        storage = SystemTableStorage(store)
        version = storage._read_latest_project_version(project)
        rows = storage.read_features(current=False, project_version=version, project=project)
        # Ends with an error where one feature has two class paths.
        loaded = storage.load_graph_from_snapshot(project_version=version, project=project)
    return {"rows": len(rows), "features": len(loaded.feature_definitions_by_key)}


def lock_with_metaxy(
    graph: FeatureGraph, store: DuckDBMetadataStore, project: str, extra: list[dict], folder: Path
) -> str:
    path = folder / "theirs.lock"
    selections = [FeatureSelection(**each) for each in extra]
    with only(graph, project).use():
        generate_lock_file(store, path, exclude_project=project, selection=reduce(or_, selections) if selections else None)
    return path.read_text()


def load_lock(graph: FeatureGraph, text: str, project: str, folder: Path) -> dict:
    """Versions of the project's features when the others come from a lock file."""
    (folder / "metaxy.toml").write_text(f'project = "{project}"\nmetaxy_lock_path = "metaxy.lock"\n')
    (folder / "metaxy.lock").write_text(text)
    config = MetaxyConfig.load(folder / "metaxy.toml")
    part = only(graph, project)
    own = list(part.feature_definitions_by_key)
    with part.use():
        load_lock_file(config)
        return {key.to_string(): part.get_feature_version(key) for key in own}


def compare(request: dict, project: str) -> dict:
    graph = declare(request["module"])
    projects = {definition.project for definition in graph.feature_definitions_by_key.values()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        theirs = open_store(folder / "theirs.duckdb", auto_create_tables=True)
        with theirs.open("w"), graph.use():
            for each in sorted(projects):
                SystemTableStorage(theirs).push_graph_snapshot(project=each)
        with duckdb.connect(str(folder / "ours.duckdb")) as connection:
            for statement in request["system"] + request["push"] + request["push"]:
                connection.execute(statement)
        answer = {
            "theirs": read_pushed(theirs, graph, project),
            "ours": read_pushed(open_store(folder / "ours.duckdb"), graph, project),
            "lock": lock_with_metaxy(graph, theirs, project, request["extra"], folder),
            "versions": {
                key.to_string(): graph.get_feature_version(key)
                for key, definition in graph.feature_definitions_by_key.items()
                if definition.project == project
            },
            "locked_versions": load_lock(graph, request["lock"], project, folder),
        }
        answer["again"] = push_again(theirs, folder / "theirs.duckdb", project, request["push"])
    return answer


def main() -> None:
    request = json.load(sys.stdin)
    config = MetaxyConfig(project=request["project"])
    MetaxyConfig.set(config)
    answers = []
    for each in request["graphs"]:
        answers.append(compare(each, request["project"]))
        MetaxyConfig.set(config)
    json.dump(answers, sys.stdout)


main()
