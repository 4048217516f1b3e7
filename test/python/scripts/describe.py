"""What Metaxy computes for the features of a graph, in the words of metadata.json."""

from metaxy import FeatureGraph


def describe(graph: FeatureGraph, project: str) -> dict:
    features = {}
    for key, definition in graph.feature_definitions_by_key.items():
        features[key.to_string()] = {
            "class_name": definition.feature_class_path.rsplit(".", 1)[1],
            "spec": definition.spec.model_dump(mode="json"),
            "feature_schema": definition.feature_schema,
            "feature_version": graph.get_feature_version(key),
            "feature_version_by_field": graph.get_feature_version_by_field(key),
            "code_version": definition.spec.code_version,
            "feature_spec_version": definition.spec.feature_spec_version,
            "definition_version": definition.feature_definition_version,
        }
    return {"features": features, "project_version": graph.get_project_version(project)}
