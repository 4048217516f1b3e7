// The system columns as they stand in a feature's JSON schema. Their descriptions are part of what is hashed.

import type { JsonObject } from "../model/json.ts";
import { pythonTitle } from "./python-title.ts";
import { withKeys } from "./type-schema.ts";

const text = { type: "string" } as const;
const time = { format: "date-time", type: "string" } as const;
const hashes = { additionalProperties: text, type: "object" } as const;

/** A property Python declares as `T | None = None`. */
function optional(name: string, type: JsonObject, description: string): [string, JsonObject] {
  return [name, { anyOf: [type, { type: "null" }], default: null, description, title: pythonTitle(name) }];
}

/** Required in `BaseFeature`; in `BaseSQLModelFeature` it has a default that its type does not admit. */
function provenanceByField(hasDefault: boolean): [string, JsonObject] {
  const name = "metaxy_provenance_by_field";
  const description = "Field-level provenance hashes (maps field names to hashes)";
  const notes = { ...(hasDefault ? { default: null } : {}), description, title: pythonTitle(name) };
  return [name, withKeys(hashes, notes)];
}

/** The properties both bases have after the first, given the one description in which they differ. */
function common(projectVersion: string): [string, JsonObject][] {
  return [
    optional("metaxy_provenance", text, "Hash of metaxy_provenance_by_field"),
    optional("metaxy_feature_version", text, "Hash of the feature definition (dependencies + fields + code_versions)"),
    optional("metaxy_project_version", text, projectVersion),
    optional(
      "metaxy_data_version_by_field",
      hashes,
      "Field-level data version hashes (maps field names to version hashes)",
    ),
    optional("metaxy_data_version", text, "Hash of metaxy_data_version_by_field"),
    optional("metaxy_created_at", time, "Timestamp when the metadata row was created (UTC)"),
    optional("metaxy_materialization_id", text, "External orchestration run ID (e.g., Dagster Run ID)"),
  ];
}

/** System properties by base class, in the order pydantic collects them (Metaxy 0.1.11 with pydantic 2.13). */
export const systemProperties = {
  BaseFeature: [provenanceByField(false), ...common("Hash of the entire feature graph project version")],
  BaseSQLModelFeature: [
    provenanceByField(true),
    ...common("Hash of the entire feature graph snapshot"),
    optional("metaxy_updated_at", time, "Timestamp when the metadata row was last updated (UTC)"),
    optional("metaxy_deleted_at", time, "Soft delete timestamp (UTC); null means active row"),
  ],
} as const satisfies Record<string, readonly (readonly [string, JsonObject])[]>;
