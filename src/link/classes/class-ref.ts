// A class as link knows it: its declaration, its identity and the names visible inside it.

import type { ClassNode } from "../../model/summary.ts";
import type { ClassId } from "../../model/value.ts";
import type { RootClass } from "../modules/dsl.ts";
import type { ClassEntity, GivenTypes, NameScope } from "../modules/scope.ts";

/** A class of the user's. The one that a mixin makes of a base is a class of its own. */
export interface ClassRef {
  readonly id: ClassId;
  /** {@link classKey} of `id`. */
  readonly key: string;
  readonly node: ClassNode;
  /** Names visible inside the class. */
  readonly scope: NameScope;
  /** From here on the class can be used, unless it stands in a mixin. */
  readonly end: number;
}

/** What a class extends. */
export type Base =
  | { readonly kind: "root"; readonly name: RootClass }
  | ClassEntity
  /** A class that is certainly no feature, e.g. `Error`. */
  | { readonly kind: "foreign"; readonly name: string };

/** A class and the type arguments it is extended with. */
export interface ChainLink {
  readonly class: ClassRef;
  /** Null for none. */
  readonly given: GivenTypes | null;
}

/** A class with everything it inherits from, itself first. */
export interface ClassChain {
  readonly links: readonly ChainLink[];
  /** The base class of the authoring library at the end; null for a class that is no feature. */
  readonly root: RootClass | null;
}

/** The text form of a class's identity, unique within a program. */
export function classKey(id: ClassId): string {
  return `${id.module}#${id.name}`;
}
