// The versions of a graph, all computed exactly as Python Metaxy computes them.

/** Versions of one feature; each is lower-case hex cut to the hash truncation length. */
export interface FeatureVersions {
  readonly featureVersion: string;
  /** Field key to version, in the order the spec declares the fields. */
  readonly fieldVersions: ReadonlyMap<string, string>;
  readonly codeVersion: string;
  readonly featureSpecVersion: string;
  readonly definitionVersion: string;
}

/** Versions of every feature by key, and of the compiled project. */
export interface GraphVersions {
  readonly features: ReadonlyMap<string, FeatureVersions>;
  /** `empty` for a project without features; null with `--all-projects` over several projects. */
  readonly projectVersion: string | null;
}
