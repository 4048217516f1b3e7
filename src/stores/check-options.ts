// What was asked for once for all tables and does not go with Metaxy's stores. Options come in, warnings go out; no table is
// looked at, so that this is said again where only an edit is compiled.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { dialects } from "../dialects/index.ts";
import type { CompileOptions, Target } from "../model/project.ts";
import { metaxyStore } from "./index.ts";
import { INJECTED_KEYS, stoppedWrites } from "./writes.ts";

/**
 * Checks settings against the stores they are for.
 *
 * @example checkStoreOptions({ ...options, targets: [postgresql] }) // MXC2700 with `enable_map_datatype`
 */
export function checkStoreOptions(options: CompileOptions): readonly Diagnostic[] {
  const { targets } = options;
  return [...targets.flatMap(checkMapDatatype), ...targets.flatMap(checkPrefix), ...checkInjection(options)];
}

function checkMapDatatype({ dialect, mapDatatype, mapDatatypeSpan }: Target): readonly Diagnostic[] {
  const store = metaxyStore(dialect);
  if (!mapDatatype || store === null || typeof store.byField.mapDatatype === "string") return [];
  return [diagnose("MXC2700", { store: store.title, fails: store.byField.mapDatatype.fails }, mapDatatypeSpan)];
}

function checkPrefix({ dialect, tablePrefix, prefixSpan }: Target): readonly Diagnostic[] {
  const store = metaxyStore(dialect);
  if (store === null || tablePrefix === "" || store.names.bare.test(tablePrefix)) return [];
  return [diagnose("MXC2701", { store: store.title, prefix: tablePrefix }, prefixSpan)];
}

/** A class that asks for itself is told in its own place. */
function checkInjection(options: CompileOptions): readonly Diagnostic[] {
  const { injectPrimaryKey, injectPrimaryKeySpan, keyLayout, targets } = options;
  const { forced, configured } = injectPrimaryKey;
  const isEnforced = ({ dialect }: Target) =>
    metaxyStore(dialect) !== null && dialects[dialect].constraints.primaryKey === "enforced";
  if (!(forced ?? configured) || !targets.some(isEnforced)) return [];
  const columns = INJECTED_KEYS[keyLayout];
  const args = { columns: columns.join(", "), stopped: stoppedWrites(columns, []), layout: keyLayout };
  return [diagnose("MXC2721", args, forced === null ? injectPrimaryKeySpan : null)];
}
