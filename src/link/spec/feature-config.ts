// `static featureConfig = { ext: { sqlmodel: { injectPrimaryKey, injectIndex } } }`. Other extensions are none of our
// business and pass.

import type { InjectionDecl } from "../../model/feature.ts";
import type { StaticValue } from "../../model/value.ts";
import type { SpecContext } from "./context.ts";
import { mismatch, option, readBoolean, readOptions } from "./values.ts";

/** A class that says nothing about injection. */
export const NO_INJECTION: InjectionDecl = { primaryKey: null, index: null };

/** What `featureConfig` says about injection. */
export function readFeatureConfig(context: SpecContext, value: StaticValue): InjectionDecl {
  const options = readOptions(context, value, "featureConfig", "featureConfig", ["ext"]);
  const ext = options?.entries.get("ext")?.value;
  if (ext === undefined) return NO_INJECTION;
  if (ext.kind !== "object") return mismatch(context, ext, "featureConfig.ext", "an object") ?? NO_INJECTION;
  const sqlmodel = ext.entries.find((entry) => entry.key === "sqlmodel")?.value;
  return sqlmodel === undefined ? NO_INJECTION : readInjection(context, sqlmodel);
}

function readInjection(context: SpecContext, value: StaticValue): InjectionDecl {
  const path = "featureConfig.ext.sqlmodel";
  const options = readOptions(context, value, path, path, ["injectPrimaryKey", "injectIndex"]);
  if (options === null) return NO_INJECTION;
  const read = (item: StaticValue, at: string) => readBoolean(context, item, at);
  return {
    primaryKey: option(options, path, "injectPrimaryKey", null, read),
    index: option(options, path, "injectIndex", null, read),
  };
}
