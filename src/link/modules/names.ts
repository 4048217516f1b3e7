// Names → what they stand for, across files: local declarations, imports, re-exports, `export *`.
// Knows nothing of values or types; a name that leads nowhere is a failure at the smallest place that shows it.

import { suggest } from "../../diagnostics/suggest.ts";
import { type Range, rangeFrom } from "../../model/span.ts";
import type { ConstDeclaration, Declaration, Expression } from "../../model/summary.ts";
import { findEarlyUse } from "../fold/early-use.ts";
import { fail, type Outcome, succeed } from "../fold/outcome.ts";
import { DSL_EXPORTS, isRootClass } from "./dsl.ts";
import { entityKey, namespaceScope } from "./entities.ts";
import {
  consult,
  findTarget,
  loadModule,
  type Program,
  type Remembered,
  remember,
  type StarExport,
} from "./program.ts";
import { type DeclaredEntity, type Entity, type LinkedModule, type NameScope, spanIn } from "./scope.ts";
import { exportedNames, findStars } from "./stars.ts";

/** What a found name is, or null when nothing has it. */
export type Found = Outcome<Entity> | null;

/**
 * Whether a name is used as a value or as a type; a class, an enum and a namespace are both. `typeof` asks for the type of a
 * value, which may have been imported with `import type`.
 */
export type Use = "value" | "type" | "typeof";

/** How deep searches among several `export *` of one module may nest. What is only handed on is followed to its end. */
const MAX_NESTING = 256;

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
  return resolveFrom(program, scope, binding);
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

/** What a specifier stands for as a whole, or one of its exports. */
export function resolveNamespace(program: Program, scope: NameScope, request: Request): Outcome<Entity> {
  return resolveFrom(program, scope, request);
}

interface Request {
  readonly specifier: string;
  /** A name, `default`, or `*` for the namespace. */
  readonly imported: string;
  readonly range: Range;
}

/** What `import { imported } from "specifier"` stands for. */
function resolveFrom(program: Program, scope: NameScope, request: Request): Outcome<Entity> {
  const target = findModule(program, scope, request);
  const found = target.kind === "found" ? target.found : resolveExport(program, target.module, request.imported);
  return found ?? resolveOtherwise(program, scope, request);
}

/** A module, or what is known without looking into one. */
type ModuleTarget =
  | { readonly kind: "module"; readonly module: LinkedModule }
  | { readonly kind: "found"; readonly found: Found };

function findModule(program: Program, scope: NameScope, request: Request): ModuleTarget {
  const { specifier, imported } = request;
  const known = (found: Outcome<Entity>): ModuleTarget => ({ kind: "found", found });
  const span = spanIn(scope, request.range);
  const target = findTarget(program, scope.file.path, specifier);
  if (target.kind === "dsl") return known(resolveDsl(scope, request));
  if (target.kind === "builtin") return known(fail("MXC1019", { name: imported, origin: specifier }, span, imported));
  const module = target.kind === "missing" ? null : loadModule(program, target.path);
  if (module === null) {
    const library = !specifier.startsWith(".") && findDslExport(imported) !== null ? imported : null;
    return known(fail("MXC1005", { specifier, library }, span, imported));
  }
  return imported === "*" ? known(succeed({ kind: "module", module })) : { kind: "module", module };
}

/** `import x from` a module with `export =`, and `import x = require()` of one without; else there is no such export. */
function resolveOtherwise(program: Program, scope: NameScope, request: Request): Outcome<Entity> {
  const { specifier, imported } = request;
  const whole = findModule(program, scope, { ...request, imported: "*" });
  const module = whole.kind === "found" && whole.found?.ok === true ? whole.found.value : null;
  if (module?.kind !== "module") throw new Error(`${specifier} is no module`);
  if (imported === "export=") return succeed(module);
  const assigned = imported === "default" ? resolveExport(program, module.module, "export=") : null;
  if (assigned !== null) return assigned;
  const suggestion = suggest(imported, exportedNames(module.module));
  return fail("MXC1007", { name: imported, module: specifier, suggestion }, spanIn(scope, request.range), imported);
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

/** A search for an export among barrels. What it has come by needs no second look, on a cycle or next to it. */
interface Search {
  readonly seen: Set<string>;
  readonly depth: number;
}

/** What a module exports under a name; null when it exports nothing of that name. */
function resolveExport(program: Program, module: LinkedModule, name: string, search: Search | null = null): Found {
  const known = exportsOf(program, module);
  const trail: Place[] = [];
  // What was found with a part of the search cut off may not be all there is, so it is not remembered.
  const { cuts } = program;
  const keep = () => search === null || program.cuts === cuts;
  const follow = () => followExport(program, { module, name }, search ?? { seen: new Set(), depth: 0 }, trail);
  const found = remember(program, known, name, follow, keep);
  const entry = known.get(name);
  // Those on the way stand for the same, and need not be walked again from each of them.
  if (entry !== undefined) for (const place of trail) exportsOf(program, place.module).set(place.name, entry);
  return found;
}

function exportsOf(program: Program, module: LinkedModule): Map<string, Remembered<Found>> {
  const known = program.exports.get(module) ?? new Map<string, Remembered<Found>>();
  program.exports.set(module, known);
  return known;
}

/** A name among the exports of a module. */
interface Place {
  readonly module: LinkedModule;
  readonly name: string;
}

/**
 * Follows an export through the modules that only hand it on, however many, to the one that has more to say of it.
 *
 * @param trail is filled with the places on the way that stand for the same
 */
function followExport(program: Program, start: Place, search: Search, trail: Place[]): Found {
  if (search.depth >= MAX_NESTING) return tooNested(program, start);
  let named: { readonly scope: NameScope; readonly request: Request } | null = null;
  const conclude = (found: Found): Found => {
    if (found !== null || named === null) return found;
    // A place of nothing is no failure; asking for what it has not is.
    trail.length = 0;
    return resolveOtherwise(program, named.scope, named.request);
  };
  for (let place = start; ; ) {
    const { module, name } = place;
    if (!enter(program, search, place)) return conclude(null);
    consult(program, module.file.path);
    const request = findRequest(module, name);
    const step = request === null ? followOnlyStar(program, place) : findModule(program, module.scope, request);
    if (step === null) return conclude(findExport(program, module, name, search));
    if (request !== null) named = { scope: module.scope, request };
    if (step.kind === "found") return conclude(step.found);
    trail.push(place);
    place = { module: step.module, name: request?.imported ?? name };
  }
}

/** Notes that a search came by; false when it had been there. */
function enter(program: Program, { seen }: Search, { module, name }: Place): boolean {
  const { size } = seen;
  seen.add(`${module.file.path}\0${name}`);
  if (seen.size > size) return true;
  program.cuts++;
  return false;
}

function tooNested(program: Program, { module, name }: Place): Found {
  program.cuts++;
  const limit = `${MAX_NESTING} searches through \`export *\` inside one another`;
  return fail("MXC1013", { limit }, spanIn(module, rangeFrom(0, 0)), name);
}

/** What a module hands on under a name as it got it itself; null where it does not. */
function findRequest({ file, scope }: LinkedModule, name: string): Request | null {
  const binding = file.exports.get(name);
  if (binding === undefined) return null;
  if (binding.kind === "from") return binding;
  const local = binding.kind === "local" ? binding.local : nameOf(binding.value);
  return local === null || scope.declarations.has(local) ? null : (file.imports.get(local) ?? null);
}

/** `export default name` is another name for what has that name. */
function nameOf(value: Expression): string | null {
  return value.kind === "name" ? value.name : null;
}

/** The one `export *` that may have what a module does not export itself; null where there is none, or more. */
function followOnlyStar(program: Program, { module, name }: Place): ModuleTarget | null {
  if (name === "default" || module.file.exports.has(name) || isDeclaredExport(module, name)) return null;
  const [star, second] = findStars(program, module, name);
  return star === undefined || second !== undefined ? null : findStarred(program, module, star, name);
}

function isDeclaredExport({ scope }: LinkedModule, name: string): boolean {
  return scope.declarations.get(name)?.some((declaration) => declaration.exported) ?? false;
}

/** What a module says of an export itself. */
function findExport(program: Program, module: LinkedModule, name: string, search: Search): Found {
  const { file, scope } = module;
  const binding = file.exports.get(name);
  if (binding?.kind === "expression") {
    const local = nameOf(binding.value);
    const declared = local === null ? null : findDeclared(module, local);
    const reference = { name: local ?? "", span: spanIn(module, binding.range) };
    // Above the definition there is no value yet to export.
    if (declared !== null && findEarlyUse(declared, reference, scope) === null) return succeed(declared);
    return succeed({ kind: "default", module, exported: binding.exported, value: binding.value });
  }
  if (binding?.kind === "local") {
    const declared = findDeclared(module, binding.local);
    if (declared !== null) return succeed(declared);
    return fail("MXC1002", { name: binding.local, suggestion: null }, spanIn(module, binding.range), binding.local);
  }
  const declared = isDeclaredExport(module, name) ? findDeclared(module, name) : null;
  if (declared !== null) return succeed(declared);
  return name === "default" ? null : resolveStars(program, module, name, search);
}

function findDeclared({ scope }: LinkedModule, name: string): DeclaredEntity | null {
  const declarations = scope.declarations.get(name);
  return declarations === undefined ? null : { kind: "declared", scope, name, declarations };
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

function resolveStar(program: Program, module: LinkedModule, star: StarExport, name: string, outer: Search): Found {
  const target = findStarred(program, module, star, name);
  if (target.kind === "found") return target.found;
  return resolveExport(program, target.module, name, { ...outer, depth: outer.depth + 1 });
}

function findStarred(program: Program, module: LinkedModule, star: StarExport, name: string): ModuleTarget {
  const target = findTarget(program, module.file.path, star.specifier);
  if (target.kind === "dsl") {
    const found = findDslExport(name);
    return { kind: "found", found: found === null ? null : succeed(found) };
  }
  const loaded = target.kind === "file" ? loadModule(program, target.path) : null;
  if (loaded !== null) return { kind: "module", module: loaded };
  const args = { specifier: star.specifier, library: null };
  return { kind: "found", found: fail("MXC1005", args, spanIn(module, star.range), name) };
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
