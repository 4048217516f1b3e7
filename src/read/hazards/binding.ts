// The names of a module whose uses are worth recording, and which uses of each.

import type { Declaration, Expression, ImportBinding } from "../../model/summary.ts";

/** A name declared at the top level of a module, or of a namespace in it. */
export interface Binding {
  /** The name at the module's top level. */
  readonly name: string;
  /** Namespaced members from there to here. */
  readonly path: readonly string[];
  /**
   * Which uses can change its value: those of nothing (a primitive, or what is never folded), writes only (TypeScript
   * makes it readonly all through), those of the whole but not of its members (they are primitives), or all.
   */
  readonly matters: "nothing" | "writes" | "whole" | "all";
  /**
   * Whose methods it has: those of an array, its author's, those of others (for a namespace, which they cannot change),
   * or not to be seen from here.
   */
  readonly methods: "array" | "own" | "exports" | "unknown";
  /** True for a function that returns a class to be read. */
  readonly mixin: boolean;
}

export type Bindings = ReadonlyMap<string, Binding>;

const NO_PATH: readonly string[] = [];

/** A binding of which everything matters. */
export function openBinding(name: string, methods: Binding["methods"]): Binding {
  return { name, path: NO_PATH, matters: "all", methods, mixin: false };
}

/** The dotted name of a binding, as `Hazard.into` has it. */
export function dottedName({ name, path }: Binding): string {
  return [name, ...path].join(".");
}

/** The bindings of a module: its imports and what it declares. */
export function moduleBindings(declarations: readonly Declaration[], imports: readonly ImportBinding[]): Bindings {
  const bindings = new Map<string, Binding>();
  for (const { local, imported, typeOnly } of imports) {
    if (!typeOnly) bindings.set(local, openBinding(local, imported === "*" ? "exports" : "unknown"));
  }
  return addDeclarations(bindings, declarations, (name) => [name]);
}

/** The bindings of a namespace, given the binding of the namespace itself. */
export function namespaceBindings(declarations: readonly Declaration[], { name, path }: Binding): Bindings {
  return addDeclarations(new Map(), declarations, (member) => [name, ...path, member]);
}

/** The declarations inside all namespaces of a name: they merge. */
export function insideNamespace(declarations: readonly Declaration[], name: string): readonly Declaration[] {
  return declarations.flatMap((each) =>
    each.kind === "namespace" && each.name === name ? each.scope.declarations : [],
  );
}

/** Every name of a scope and of the namespaces in it: a quick first question about an identifier. */
export function collectNames(declarations: readonly Declaration[], into: Set<string>): void {
  for (const declaration of declarations) {
    into.add(declaration.name);
    if (declaration.kind === "namespace") collectNames(declaration.scope.declarations, into);
  }
}

function addDeclarations(
  bindings: Map<string, Binding>,
  declarations: readonly Declaration[],
  pathTo: (name: string) => readonly [string, ...string[]],
): Bindings {
  for (const declaration of declarations) {
    if (declaration.kind === "type" || declaration.kind === "interface") continue;
    const [name, ...path] = pathTo(declaration.name);
    const traits = mergeTraits(bindings.get(declaration.name), traitsOf(declaration));
    bindings.set(declaration.name, { name, path, ...traits });
  }
  return bindings;
}

const DEGREES: readonly Binding["matters"][] = ["nothing", "writes", "whole", "all"];

/** Declarations of one name add up: overloads, and a namespace to the class, enum or function of its name. */
function mergeTraits(before: Traits | undefined, { matters, methods, mixin }: Traits): Traits {
  if (before === undefined) return { matters, methods, mixin };
  return {
    matters: DEGREES.indexOf(before.matters) > DEGREES.indexOf(matters) ? before.matters : matters,
    methods: methods === "exports" ? before.methods : methods,
    mixin: before.mixin || mixin,
  };
}

type Traits = Pick<Binding, "matters" | "methods" | "mixin">;

function traitsOf(declaration: Declaration): Traits {
  switch (declaration.kind) {
    case "const":
      return declaration.init === null || declaration.path.length > 0
        ? { matters: "all", methods: "unknown", mixin: false }
        : constantTraits(declaration.init);
    case "class":
      return { matters: "all", methods: "own", mixin: false };
    case "enum":
      return { matters: "writes", methods: "own", mixin: false };
    case "namespace":
      return { matters: "all", methods: "exports", mixin: false };
    case "function":
      return { matters: "nothing", methods: "own", mixin: declaration.mixin !== null };
    default:
      return { matters: "nothing", methods: "unknown", mixin: false };
  }
}

function constantTraits(init: Expression): Traits {
  const value = init.kind === "as-const" ? init.operand : init;
  return { matters: mattersOf(init, value), methods: METHODS[value.kind] ?? "unknown", mixin: false };
}

const METHODS: Partial<Readonly<Record<Expression["kind"], Binding["methods"]>>> = {
  array: "array",
  object: "own",
  class: "own",
};

function mattersOf(init: Expression, value: Expression): Binding["matters"] {
  if (isPrimitive(value)) return "nothing";
  if (init.kind === "as-const" && isLiteral(value)) return "writes";
  return isContainerOf(value, isPrimitive) ? "whole" : "all";
}

/** True for what is a primitive whatever its operands are. Wrong for operands that are objects, which do not fold. */
function isPrimitive(value: Expression): boolean {
  switch (value.kind) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
    case "null":
    case "template":
    case "unary":
      return true;
    case "binary":
      return LOGICAL.has(value.operator) ? isPrimitive(value.left) && isPrimitive(value.right) : true;
    case "conditional":
      return isPrimitive(value.then) && isPrimitive(value.else);
    case "as-const":
      return isPrimitive(value.operand);
    default:
      return false;
  }
}

const LOGICAL: ReadonlySet<string> = new Set(["??", "||", "&&"]);

/** A literal all the way down, without a name in it. */
function isLiteral(value: Expression): boolean {
  return isPrimitive(value) || isContainerOf(value.kind === "as-const" ? value.operand : value, isLiteral);
}

function isContainerOf(value: Expression, isItem: (item: Expression) => boolean): boolean {
  if (value.kind === "array") return value.items.every((item) => !item.spread && isItem(item.value));
  if (value.kind !== "object") return false;
  return value.properties.every((property) => property.kind === "property" && isItem(property.value));
}
