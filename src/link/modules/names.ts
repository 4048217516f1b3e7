// Names → what they stand for, across files: local declarations, imports, re-exports, `export *`.
// Knows nothing of values or types; a name that leads nowhere is a failure at the smallest place that shows it.

import { suggest } from "../../diagnostics/suggest.ts";
import { type Range, rangeFrom } from "../../model/span.ts";
import type { ConstDeclaration, Declaration, ImportBinding } from "../../model/summary.ts";
import { fail, type Outcome, succeed } from "../fold/outcome.ts";
import { DSL_EXPORTS, isRootClass } from "./dsl.ts";
import { entityKey, namespaceScope } from "./entities.ts";
import { consult, findTarget, loadModule, type Program, remember } from "./program.ts";
import { type Entity, type LinkedModule, type NameScope, spanIn } from "./scope.ts";
import { exportedNames, findStars } from "./stars.ts";

/** What a found name is, or null when nothing has it. */
export type Found = Outcome<Entity> | null;

/**
 * Whether a name is used as a value or as a type; a class, an enum and a namespace are both. `typeof` asks for the type of a
 * value, which may have been imported with `import type`.
 */
export type Use = "value" | "type" | "typeof";

/** Longest chain of re-exports that is followed. */
const MAX_CHAIN = 256;

/** A name as seen from a place: innermost scope first, imports of the module last. */
export function lookupName(program: Program, scope: NameScope, name: string, use: Use): Found {
  for (let at: NameScope | null = scope; at !== null; at = at.parent) {
    const bound = at.bound.get(name);
    if (bound !== undefined && (bound.kind !== "parameter" || use !== "type")) return succeed(bound);
    const declarations = at.declarations.get(name);
    if (declarations?.some((declaration) => isUsable(declaration, use))) {
      return succeed({ kind: "declared", scope: at, name, declarations });
    }
  }
  const binding = scope.file.imports.get(name);
  if (binding === undefined) return null;
  if (binding.typeOnly && use === "value") {
    return fail("MXC1008", { name }, spanIn(scope, binding.range), name);
  }
  return resolveImport(program, scope, binding, null);
}

function isUsable(declaration: Declaration, use: Use): boolean {
  if (declaration.kind === "class" || declaration.kind === "enum" || declaration.kind === "namespace") return true;
  if (declaration.kind === "const" && isImportAlias(declaration)) return true;
  return (declaration.kind === "type" || declaration.kind === "interface") === (use === "type");
}

/** `import name = A.B`, which may stand for a type too; it reads like a constant. */
function isImportAlias({ init, type }: ConstDeclaration): boolean {
  return type === null && init?.kind === "member";
}

/** A search for an export among barrels. What it has come by needs no second look, on a cycle or next to it. */
type Search = { readonly seen: Set<string>; readonly depth: number } | null;

function resolveImport(program: Program, scope: NameScope, binding: ImportBinding, search: Search): Outcome<Entity> {
  return resolveFrom(program, scope, binding, search);
}

/** What a specifier stands for as a whole, or one of its exports. */
export function resolveNamespace(program: Program, scope: NameScope, request: Request): Outcome<Entity> {
  return resolveFrom(program, scope, request, null);
}

interface Request {
  readonly specifier: string;
  /** A name, `default`, or `*` for the namespace. */
  readonly imported: string;
  readonly range: Range;
}

/** What `import { imported } from "specifier"` stands for. */
function resolveFrom(program: Program, scope: NameScope, request: Request, search: Search): Outcome<Entity> {
  const { specifier, imported } = request;
  const span = spanIn(scope, request.range);
  const target = findTarget(program, scope.file.path, specifier);
  if (target.kind === "dsl") return resolveDsl(scope, request);
  if (target.kind === "builtin") return fail("MXC1019", { name: imported, origin: specifier }, span, imported);
  const library = !specifier.startsWith(".") && findDslExport(imported) !== null ? imported : null;
  if (target.kind === "missing") return fail("MXC1005", { specifier, library }, span, imported);
  const module = loadModule(program, target.path);
  if (module === null) return fail("MXC1005", { specifier, library }, span, imported);
  if (imported === "*") return succeed({ kind: "module", module });
  const found = resolveExportAt(program, module, imported, search) ?? resolveInterop(program, module, imported, search);
  if (found !== null) return found;
  const suggestion = suggest(imported, exportedNames(module));
  return fail("MXC1007", { name: imported, module: specifier, suggestion }, span, imported);
}

/** `import x from` a module with `export =`, and `import x = require()` of one without. */
function resolveInterop(program: Program, module: LinkedModule, imported: string, search: Search): Found {
  if (imported === "export=") return succeed({ kind: "module", module });
  return imported === "default" ? resolveExportAt(program, module, "export=", search) : null;
}

function resolveDsl(scope: NameScope, request: Request): Outcome<Entity> {
  const { specifier, imported } = request;
  if (imported === "*") return succeed({ kind: "dsl-module" });
  const found = findDslExport(imported);
  if (found !== null) return succeed(found);
  const suggestion = suggest(imported, DSL_EXPORTS);
  return fail("MXC1007", { name: imported, module: specifier, suggestion }, spanIn(scope, request.range), imported);
}

/** An export of the authoring library by name. */
function findDslExport(name: string): Entity | null {
  if (isRootClass(name)) return { kind: "root", name };
  return DSL_EXPORTS.has(name) ? { kind: "dsl", name } : null;
}

/** What a module exports under a name; null when it exports nothing of that name. */
function resolveExport(program: Program, module: LinkedModule, name: string): Found {
  return resolveExportAt(program, module, name, null);
}

function resolveExportAt(program: Program, module: LinkedModule, name: string, search: Search): Found {
  const known = program.exports.get(module) ?? new Map();
  program.exports.set(module, known);
  // What was found with a part of the search cut off may not be all there is, so it is not remembered.
  const { cuts } = program;
  const keep = () => search === null || program.cuts === cuts;
  return remember(program, known, name, () => searchExport(program, module, name, search), keep);
}

function searchExport(program: Program, module: LinkedModule, name: string, outer: Search): Found {
  const { seen, depth } = outer ?? { seen: new Set<string>(), depth: 0 };
  const place = `${module.file.path}\0${name}`;
  if (seen.has(place)) {
    program.cuts++;
    return null;
  }
  if (depth >= MAX_CHAIN) {
    program.cuts++;
    return fail("MXC1013", { limit: `${MAX_CHAIN} re-exports in a row` }, spanIn(module, rangeFrom(0, 0)), name);
  }
  seen.add(place);
  return findExport(program, module, name, { seen, depth: depth + 1 });
}

function findExport(program: Program, module: LinkedModule, name: string, search: Search): Found {
  consult(program, module.file.path);
  const binding = module.file.exports.get(name);
  if (binding?.kind === "expression") {
    return succeed({ kind: "default", module, exported: binding.exported, value: binding.value });
  }
  if (binding?.kind === "from") return resolveFrom(program, module.scope, binding, search);
  if (binding?.kind === "local") return resolveLocal(program, module, binding, search);
  const declarations = module.scope.declarations.get(name);
  if (declarations?.some((declaration) => declaration.exported)) {
    return succeed({ kind: "declared", scope: module.scope, name, declarations });
  }
  return name === "default" ? null : resolveStars(program, module, name, search);
}

function resolveLocal(
  program: Program,
  module: LinkedModule,
  binding: { readonly local: string; readonly range: Range },
  search: Search,
): Outcome<Entity> {
  const name = binding.local;
  const declarations = module.scope.declarations.get(name);
  if (declarations !== undefined) return succeed({ kind: "declared", scope: module.scope, name, declarations });
  const imported = module.file.imports.get(name);
  if (imported !== undefined) return resolveImport(program, module.scope, imported, search);
  return fail("MXC1002", { name, suggestion: null }, spanIn(module, binding.range), name);
}

/** `export *`: the same thing twice is fine, two different things are not; a star that cannot be read is a failure. */
function resolveStars(program: Program, module: LinkedModule, name: string, search: Search): Found {
  const hits: { readonly entity: Entity; readonly specifier: string; readonly range: Range }[] = [];
  let broken: Found = null;
  for (const star of findStars(program, module, name)) {
    const found = resolveStar(program, module, star, name, search);
    if (found?.ok === false) broken ??= found;
    else if (found !== null && !hits.some((hit) => isSame(hit.entity, found.value))) {
      hits.push({ entity: found.value, ...star });
    }
  }
  const [first, second] = hits;
  if (first === undefined) return broken;
  if (second === undefined) return succeed(first.entity);
  const modules = { first: first.specifier, second: second.specifier };
  return fail("MXC1006", { name, ...modules }, spanIn(module, second.range), name, [
    { message: `also exported here`, span: spanIn(module, first.range) },
  ]);
}

function resolveStar(
  program: Program,
  module: LinkedModule,
  star: { readonly specifier: string; readonly range: Range },
  name: string,
  search: Search,
): Found {
  const target = findTarget(program, module.file.path, star.specifier);
  if (target.kind === "dsl") {
    const found = findDslExport(name);
    return found === null ? null : succeed(found);
  }
  const loaded = target.kind === "file" ? loadModule(program, target.path) : null;
  if (loaded !== null) return resolveExportAt(program, loaded, name, search);
  return fail("MXC1005", { specifier: star.specifier, library: null }, spanIn(module, star.range), name);
}

function isSame(a: Entity, b: Entity): boolean {
  return entityKey(a) === entityKey(b);
}

/** A member of a module, a namespace or the authoring library; null when it is none of them or has no such member. */
export function resolveMember(program: Program, entity: Entity, name: string): Found {
  if (entity.kind === "module") return resolveExport(program, entity.module, name);
  if (entity.kind === "dsl-module") {
    const found = findDslExport(name);
    return found === null ? null : succeed(found);
  }
  const scope = entity.kind === "declared" ? namespaceScope(program, entity) : null;
  const declarations = scope?.declarations.get(name);
  if (scope === null || !declarations?.some((declaration) => declaration.exported)) return null;
  return succeed({ kind: "declared", scope, name, declarations });
}
