// The composite key and index that Metaxy puts on feature tables on request: who asked, and which columns they have.

import type { FeatureDecl } from "../model/feature.ts";
import type { CompileOptions, InjectionDefaults, KeyLayout } from "../model/project.ts";
import type { Located, Span } from "../model/span.ts";

/** A request for injection. `source` is where a class asked; null for the command line and the configuration. */
interface InjectionRequest {
  readonly source: Span | null;
}

/** What is injected into one table. */
export interface Injection {
  readonly primaryKey: InjectionRequest | null;
  readonly index: InjectionRequest | null;
}

/** The names Python Metaxy gives what it injects, the same in every table. */
export const PYTHON_KEY_NAME = "metaxy_pk";
export const PYTHON_INDEX_NAME = "metaxy_idx";

/** Decides what a class gets. The command line wins over the class, the class over the configuration. */
export function injectionOf({ injection }: FeatureDecl, options: CompileOptions): Injection {
  return {
    primaryKey: decide(options.injectPrimaryKey, injection.primaryKey),
    index: decide(options.injectIndex, injection.index),
  };
}

/**
 * The columns of an injected key or index.
 *
 * @example injectedColumns("data_version", ["id"]) // ["id", "metaxy_created_at", "metaxy_data_version"]
 */
export function injectedColumns(layout: KeyLayout, ids: readonly string[]): readonly string[] {
  const columns = {
    // As Metaxy's documentation has it.
    data_version: [...ids, "metaxy_created_at", "metaxy_data_version"],
    // As Metaxy 0.1 does it.
    feature_version: ["metaxy_feature_version", ...ids, "metaxy_updated_at"],
  } satisfies Record<KeyLayout, readonly string[]>;
  return [...new Set(columns[layout])];
}

function decide({ forced, configured }: InjectionDefaults, own: Located<boolean> | null): InjectionRequest | null {
  if (forced !== null) return forced ? { source: null } : null;
  if (own !== null) return own.value ? { source: own.span } : null;
  return configured ? { source: null } : null;
}
