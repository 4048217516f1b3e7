// Illustrates: Namespace, Class, Constant, Enum
import { BaseSQLModelFeature } from "metaxy-compile/dsl";

export const Keys = { video: "companion_namespaces" } as const;
export namespace Keys {
  export type Any = "companion_namespaces";
}

enum Kind {
  Photo = "photo",
}
namespace Kind {
  export const FIRST = "photo";
}

export class Companions extends BaseSQLModelFeature {
  static readonly ID = "id";
  static override readonly table = true;
  static override readonly spec = { key: Keys.video, idColumns: [Companions.ID], metadata: { first: Kind.FIRST, kind: Kind.Photo } };

  id!: string;
  key!: Keys.Any;
  place!: Companions.Place;
}
export namespace Companions {
  export interface Place {
    readonly city: string;
  }
}
