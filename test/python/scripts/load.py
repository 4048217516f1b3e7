"""Graphs as metadata.json states them in, what Metaxy computes when it loads them from a store out.

stdin: {"project": "p", "graphs": [{key: {"spec": ..., "feature_schema": ..., "class_name": ..., "project": ...}}]}
stdout: for each graph {"features": {...}, "project_version": "..."}
"""

import json
import sys

from metaxy import FeatureDefinition, FeatureGraph, MetaxyConfig

from describe import describe


def load(features: dict, project: str) -> dict:
    graph = FeatureGraph()
    with graph.use():
        for feature in features.values():
            definition = FeatureDefinition.from_stored_data(
                feature_spec=json.dumps(feature["spec"]),
                feature_schema=json.dumps(feature["feature_schema"]),
                feature_class_path=f"module.{feature['class_name']}",
                project=feature["project"],
            )
            graph.add_feature_definition(definition)
        return describe(graph, project)


def main() -> None:
    request = json.load(sys.stdin)
    MetaxyConfig.set(MetaxyConfig(project=request["project"]))
    json.dump([load(features, request["project"]) for features in request["graphs"]], sys.stdout)


main()
