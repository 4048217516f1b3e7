// Where names live: a module's top level, a namespace, a class's own name, the parameter of a mixin.

import { type Range, type Span, spanAt } from "../../model/span.ts";
import type {
  Declaration,
  ExportBinding,
  Expression,
  ImportBinding,
  ModuleSummary,
  Scope,
  TypeNode,
} from "../../model/summary.ts";
import type { ClassRef } from "../classes/class-ref.ts";
import type { TypeArgument } from "../types/shape.ts";
import type { RootClass } from "./dsl.ts";

/** One module's text as data. */
export interface ModuleFile {
  readonly path: string;
  readonly summary: ModuleSummary;
  /** `.d.ts`: declares, but has no values. */
  readonly declarationFile: boolean;
  readonly imports: ReadonlyMap<string, ImportBinding>;
  readonly exports: ReadonlyMap<string, ExportBinding>;
}

/** A module with its names indexed. */
export interface LinkedModule {
  readonly file: ModuleFile;
  readonly scope: NameScope;
}

/** The names visible at some place, innermost first. */
export interface NameScope {
  readonly file: ModuleFile;
  /** `""`, or `Outer.Inner.` inside namespaces. */
  readonly prefix: string;
  readonly parent: NameScope | null;
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  /** Names that are not declarations: a mixin's parameter, a class's own name, members of an enum. */
  readonly bound: ReadonlyMap<string, Entity>;
  /** What the type parameters of a mixin stand for, inside it. */
  readonly typeArguments: ReadonlyMap<string, TypeArgument>;
  /** True inside a mixin and in what instances start with: that runs when it is called, not where it stands. */
  readonly deferred: boolean;
}

/** What a name stands for, once found. */
export type Entity =
  /** Declarations of one name in one scope. */
  | DeclaredEntity
  /** `import * as name`. */
  | { readonly kind: "module"; readonly module: LinkedModule }
  /** `export default <expression>`, `export = <expression>`. */
  | {
      readonly kind: "default";
      readonly module: LinkedModule;
      readonly exported: "default" | "export=";
      readonly value: Expression;
    }
  /** An export of the authoring library. */
  | { readonly kind: "dsl"; readonly name: string }
  /** The authoring library as a namespace. */
  | { readonly kind: "dsl-module" }
  | ClassEntity
  /** `BaseFeature` or `BaseSQLModelFeature`. */
  | { readonly kind: "root"; readonly name: RootClass }
  /** A class that is certainly no feature, e.g. `Error`. */
  | { readonly kind: "foreign"; readonly name: string }
  | { readonly kind: "enum-member"; readonly entity: DeclaredEntity; readonly name: string }
  /** A parameter of a mixin that is not its base. */
  | { readonly kind: "parameter"; readonly name: string };

/** A class of the user's. */
export interface ClassEntity {
  readonly kind: "class";
  readonly class: ClassRef;
  /** The arguments it was given as a value, as in `WithTimes(Base<string>)`; null for none. */
  readonly given: GivenTypes | null;
}

/** Type arguments as written, and where. */
export interface GivenTypes {
  readonly nodes: readonly TypeNode[];
  readonly scope: NameScope;
}

/** Declarations of one name in one scope: usually one, several for overloads and merged declarations. */
export interface DeclaredEntity {
  readonly kind: "declared";
  readonly scope: NameScope;
  readonly name: string;
  readonly declarations: readonly Declaration[];
}

/** No names besides declarations. */
export const NO_NAMES: ReadonlyMap<string, Entity> = new Map();

const NO_DECLARATIONS: NameScope["declarations"] = new Map();

/** No type parameters. */
export const NO_PARAMETERS: ReadonlyMap<string, TypeArgument> = new Map();

/** `.d.ts`, `.d.mts`, `.d.cts`. */
export function isDeclarationFile(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

/** Indexes a module's top level. */
export function createModule(path: string, summary: ModuleSummary): LinkedModule {
  const imports = new Map(summary.imports.map((binding) => [binding.local, binding]));
  const exports = new Map(summary.exports.map((binding) => [binding.exported, binding]));
  const file = { path, summary, declarationFile: isDeclarationFile(path), imports, exports };
  return { file, scope: createScope(file, "", null, [summary.scope]) };
}

/** Indexes a namespace, or a module; several blocks of one namespace are one scope. */
export function createScope(
  file: ModuleFile,
  prefix: string,
  parent: NameScope | null,
  blocks: readonly Scope[],
): NameScope {
  const declarations = new Map<string, Declaration[]>();
  for (const block of blocks) {
    for (const declaration of block.declarations) {
      const same = declarations.get(declaration.name);
      if (same === undefined) declarations.set(declaration.name, [declaration]);
      else same.push(declaration);
    }
  }
  const deferred = parent?.deferred ?? false;
  return { file, prefix, parent, declarations, bound: NO_NAMES, typeArguments: NO_PARAMETERS, deferred };
}

/** A scope inside another with a few names of its own. */
export function bindNames(
  parent: NameScope,
  bound: ReadonlyMap<string, Entity>,
  deferred: boolean = parent.deferred,
  typeArguments: NameScope["typeArguments"] = parent.typeArguments,
): NameScope {
  const declarations = NO_DECLARATIONS;
  return { file: parent.file, prefix: parent.prefix, parent, declarations, bound, typeArguments, deferred };
}

/** The place of a range in the file of a scope. */
export function spanIn(scope: { readonly file: { readonly path: string } }, range: Range): Span {
  return spanAt(scope.file.path, range);
}
