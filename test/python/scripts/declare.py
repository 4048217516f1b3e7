"""Python modules in, everything Metaxy computes for the features they declare out.

stdin: {"hash_truncation_length": 8, "project": "p", "modules": ["source", ...]}
stdout: one entry per module: {"features": {...}, "project_version": "..."} or {"error": "..."}
"""

import json
import sys
import warnings

import sqlmodel.main
from metaxy import FeatureGraph, MetaxyConfig
from sqlmodel import SQLModel

from describe import describe

warnings.simplefilter("ignore")


def declare(source: str, project: str) -> dict:
    SQLModel.metadata.clear()
    sqlmodel.main.default_registry.dispose()
    graph = FeatureGraph()
    with graph.use():
        try:
            exec(compile(source, "module", "exec"), {"__name__": "declared.module"})
            return describe(graph, project)
        except Exception as error:
            return {"error": f"{type(error).__name__}: {error}"}


def main() -> None:
    request = json.load(sys.stdin)
    MetaxyConfig.set(MetaxyConfig(project=request["project"], hash_truncation_length=request["hash_truncation_length"]))
    json.dump([declare(source, request["project"]) for source in request["modules"]], sys.stdout)


main()
