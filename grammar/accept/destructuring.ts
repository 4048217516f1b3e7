// Illustrates: Pattern, ObjectPattern, PatternProperty, ArrayPattern
import { BaseFeature } from "metaxy-compile/dsl";

const {
  key,
  "field names": fields,
  nested: { version },
} = { key: "destructured", "field names": ["a"], nested: { version: 2 } };
const [, id, [other]] = ["skipped", "id", ["other"]] as const;

export class Destructured extends BaseFeature {
  static override readonly spec = { key, idColumns: [id, other], fields, metadata: { version } };

  id!: string;
  other!: string;
}
