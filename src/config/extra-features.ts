// `extra_features` → what a lock file holds beyond what the project depends on. Several entries are one selection.

import { keyTextOf } from "../model/names.ts";
import type { Asked, ExtraFeatures } from "../model/project.ts";
import type { ConfigData } from "./schema.ts";
import { type ConfigNode, type ConfigPath, findNode } from "./tree.ts";

/** Reads the validated entries; the tree knows where their names are written. */
export function readExtraFeatures(entries: ConfigData["extra_features"], tree: ConfigNode): ExtraFeatures {
  const asked = (value: string, path: ConfigPath): Asked => ({
    value,
    span: findNode(tree, ["extra_features", ...path])?.origin.value ?? null,
  });
  const indexed = [...(entries ?? []).entries()];
  return {
    all: indexed.some(([, { all }]) => all === true),
    projects: indexed.flatMap(([at, { projects = [] }]) =>
      projects.map((name, index) => asked(name, [at, "projects", index])),
    ),
    keys: indexed.flatMap(([at, { keys = [] }]) =>
      keys.map((key, index) => asked(typeof key === "string" ? key : keyTextOf(key), [at, "keys", index])),
    ),
  };
}
