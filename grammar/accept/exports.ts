// Illustrates: Export, ExportedName, StarExport, DefaultExport, ModuleName
import { BaseFeature } from "metaxy-compile/dsl";

const key = "exported";
class Exported extends BaseFeature {
  static override readonly spec = { key, idColumns: ["id"] };

  id!: string;
}

export { Exported, key as "the key" };
export { ID, type Label as Name } from "./shared/constants.js";
export type { Box } from "./shared/constants.js";
export * from "./shared/constants.js";
export * as shared from "./shared/constants.js";
export default ["any", "value"];
