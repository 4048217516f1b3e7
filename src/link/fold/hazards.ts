// Which constants may change after their declaration. Collects the hazards of every module read so far, finds the
// binding each one reaches, and answers whether an array or object can be trusted to be what its declaration says.

import type { Span } from "../../model/span.ts";
import type { Hazard } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { DSL_SPECIFIERS, findDslFunction, isDslClass } from "../modules/dsl.ts";
import { resolveMember } from "../modules/names.ts";
import { type Program, unobserved } from "../modules/program.ts";
import { type LinkedModule, spanIn } from "../modules/scope.ts";
import { toPrimitive } from "./primitive.ts";
import { findOwners, findReached, lookupRoot } from "./reached.ts";

/** A use that may change a binding. */
export interface Danger {
  readonly kind: Hazard["kind"];
  /** How it reads, e.g. `KEYS.push`. */
  readonly text: string;
  /** What it is passed to, for `passed`. */
  readonly callee: string | null;
  readonly span: Span;
}

interface LinkedHazard extends Danger {
  /** Members from the binding to what is used; null when the binding is all statics of a class together. */
  readonly members: readonly string[] | null;
  /** True when the use is of something inside that. */
  readonly below: boolean;
  /** Bindings that now reach the same value, for `shared`. */
  readonly into: readonly string[];
}

/** Hazards by the binding they reach. */
export interface HazardIndex {
  readonly program: Program;
  readonly byKey: Map<string, LinkedHazard[]>;
  /** Modules whose hazards are in. */
  readonly done: Set<string>;
  /** Bindings found safe so far: a module read later may prove that wrong. */
  readonly trusted: Set<string>;
  /** Whatever they hold, what may change bindings, or null: the answers since the last module was read. */
  readonly answers: Map<string, Danger | null>;
  /** True when that happened; the whole run is then repeated with every module known from the start. */
  stale: boolean;
}

/** An index over the modules of a program, filled when first asked. */
export function createHazardIndex(program: Program): HazardIndex {
  return { program, byKey: new Map(), done: new Set(), trusted: new Set(), answers: new Map(), stale: false };
}

/**
 * The first use that may change what a binding holds; null when there is none.
 *
 * @param value what it holds, where that is known: the uses of its primitives do no harm
 */
export function findDanger(index: HazardIndex, key: string, value: StaticValue | null = null): Danger | null {
  readHazards(index);
  const danger = searchDanger(index, key, value);
  return danger;
}

/** A write to the binding itself, or to a part of it. */
export function findWrite(index: HazardIndex, key: string): Danger | null {
  readHazards(index);
  const danger = index.byKey.get(key)?.find((hazard) => hazard.kind === "written") ?? null;
  if (danger === null) index.trusted.add(key);
  return danger;
}

/** What is shared into another binding is safe as long as that one is. Rows of such bindings may be long, so no recursion. */
function searchDanger(index: HazardIndex, start: string, value: StaticValue | null): Danger | null {
  const { answers } = index;
  const from = new Map<string, string | null>([[start, null]]);
  const open = [start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const known = value === null || key !== start ? answers.get(key) : undefined;
    if (known === null) continue;
    const next: string[] = [];
    const danger = known ?? lookAt(index, key, key === start ? value : null, next);
    if (danger !== null) return answerAll(index, key, from, danger);
    // In the order they are written in.
    for (const into of next.reverse()) {
      if (from.has(into)) continue;
      from.set(into, key);
      open.push(into);
    }
  }
  for (const key of from.keys()) {
    index.trusted.add(key);
    if (key !== start || value === null) answers.set(key, null);
  }
  return null;
}

/** The first use of a binding that may change it itself; `next` gets the bindings that it is shared into. */
function lookAt(index: HazardIndex, key: string, value: StaticValue | null, next: string[]): Danger | null {
  for (const hazard of index.byKey.get(key) ?? []) {
    if (value !== null && isOfPrimitive(hazard, value)) continue;
    if (hazard.kind !== "shared" || hazard.into.length === 0) return hazard;
    next.push(...hazard.into);
  }
  return null;
}

/** Whatever leads to a danger has it, too. What a search began with is left out, since that depends on what it holds. */
function answerAll(index: HazardIndex, key: string, from: ReadonlyMap<string, string | null>, danger: Danger): Danger {
  for (let at: string | null = key; at !== null; at = from.get(at) ?? null) {
    if (from.get(at) !== null) index.answers.set(at, danger);
  }
  return danger;
}

/** Whether a use is one of a primitive in a value: whoever gets that cannot change the value. */
function isOfPrimitive({ kind, members, below }: LinkedHazard, value: StaticValue): boolean {
  if (kind === "written" || members === null) return false;
  const at = members.reduce<StaticValue | undefined>((holder, name) => {
    if (holder?.kind === "object") return holder.entries.find((entry) => entry.key === name)?.value;
    return holder?.kind === "array" && /^\d+$/.test(name) ? holder.items[Number(name)] : undefined;
  }, value);
  return at !== undefined && (isPrimitive(at) || (below && partsOf(at).every(isPrimitive)));
}

function isPrimitive(value: StaticValue): boolean {
  return toPrimitive(value) !== null;
}

/** What arrays and objects hold. Other values are nobody's to take apart: they count as a part of themselves. */
function partsOf(value: StaticValue): readonly StaticValue[] {
  if (value.kind === "array") return value.items;
  return value.kind === "object" ? value.entries.map((entry) => entry.value) : [value];
}

/** Takes in the hazards of modules read since the last time; doing so may read more of them. */
export function readHazards(index: HazardIndex): void {
  if (index.done.size === index.program.modules.size) return;
  index.answers.clear();
  unobserved(index.program, () => {
    for (let size = -1; size !== index.program.modules.size; ) {
      size = index.program.modules.size;
      for (const [path, module] of [...index.program.modules]) {
        if (index.done.has(path)) continue;
        index.done.add(path);
        if (module !== null) for (const hazard of module.file.summary.hazards) addHazard(index, module, hazard);
      }
    }
  });
}

function addHazard(index: HazardIndex, module: LinkedModule, hazard: Hazard): void {
  const { program } = index;
  const excuse = hazard.kind === "passed" ? findExcuse(program, module, hazard.callee ?? []) : null;
  if (excuse === "frozen" || (excuse === "same" && hazard.into === null)) return;
  const linked = {
    kind: excuse === "same" ? "shared" : hazard.kind,
    text: [hazard.name, ...hazard.path].join("."),
    callee: hazard.callee?.join(".") ?? null,
    span: spanIn(module, hazard.range),
    below: hazard.below,
    into: hazard.into === null ? [] : findOwners(program, module, hazard.into),
  };
  for (const { key, members } of findReached(program, module, hazard)) {
    const found = { ...linked, members };
    const same = index.byKey.get(key);
    if (same === undefined) index.byKey.set(key, [found]);
    else same.push(found);
    if (index.trusted.has(key)) index.stale = true;
  }
}

/**
 * Why being passed to a callee does no harm: the authoring library freezes what it makes of it, `Object.freeze` gives
 * back the same value. Null when it may do harm.
 */
function findExcuse(program: Program, module: LinkedModule, callee: readonly string[]): "frozen" | "same" | null {
  const [root, ...members] = callee;
  if (root === undefined) return null;
  const name = findDslName(program, module, root, members);
  if (name === undefined) return callee.join(".") === "Object.freeze" ? "same" : null;
  if (name === null) return null;
  return isDslClass(name) || findDslFunction(name, members[0] ?? null) !== null ? "frozen" : null;
}

/** The name a root has in the authoring library; null when it is something else, undefined when nothing declares it. */
function findDslName(
  program: Program,
  module: LinkedModule,
  root: string,
  members: string[],
): string | null | undefined {
  const binding = module.scope.declarations.has(root) ? undefined : module.file.imports.get(root);
  // By far the most frequent case: imported from the library itself.
  if (binding !== undefined && DSL_SPECIFIERS.has(binding.specifier) && binding.imported !== "*")
    return binding.imported;
  const found = lookupRoot(program, module, root);
  if (found == null) return found;
  const entity = found.kind === "dsl-module" ? resolveMember(program, found, members.shift() ?? "") : null;
  const target = entity?.ok === true ? entity.value : found;
  return target.kind === "dsl" ? target.name : null;
}
