// The state of folding: what was folded so far, what is being folded now, and how much work is left.
// Limits belong to one declaration at a time, so that the order of questions never changes an answer.

import type { Declaration, EnumDeclaration, Expression } from "../../model/summary.ts";
import type { StaticValue } from "../../model/value.ts";
import { type Program, type Remembered, remember } from "../modules/program.ts";
import type { NameScope } from "../modules/scope.ts";
import type { HazardIndex } from "./hazards.ts";
import { type Folded, fail, type Hop, passThrough } from "./outcome.ts";

/** Expressions folded for one declaration, counting what spreads copy. */
export const MAX_STEPS = 1_000_000;
/** Nesting of expressions, through the constants they refer to. */
export const MAX_DEPTH = 256;
/** UTF-16 units of one string. */
export const MAX_STRING = 65_536;
/** Items of one array, entries of one object. */
export const MAX_ITEMS = 10_000;
/** Values inside one value, each counted as often as it appears. */
const MAX_WEIGHT = 1_000_000;
/** Arrays and objects up to this weight are weighed again each time, which saves remembering theirs. */
const LIGHT = 64;

/** A folded declaration and how deep folding it went. */
interface Unit {
  readonly folded: Folded;
  readonly height: number;
}

/** The members of an enum, all its blocks together. */
export interface EnumTable {
  readonly blocks: readonly EnumDeclaration[];
  readonly places: ReadonlyMap<string, EnumPlace>;
  /** Where the members go by their bare names: inside their own values. */
  readonly scope: NameScope;
}

/** One member of an enum. */
export interface EnumPlace {
  readonly block: EnumDeclaration;
  readonly index: number;
}

/** See the head of the file. */
export interface Folder {
  readonly program: Program;
  readonly hazards: HazardIndex;
  /** Folds any expression; lets the files for one kind of expression stand apart. */
  readonly fold: (expression: Expression, scope: NameScope) => Folded;
  readonly units: Map<unknown, Remembered<Unit>>;
  /** By the depth they were met at: declarations that go over the limit from there. */
  readonly tooDeep: Map<unknown, Remembered<Unit>>[];
  readonly weights: WeakMap<StaticValue, number>;
  readonly enums: Map<readonly Declaration[], EnumTable>;
  /** Values of optional chains that ended early. */
  readonly cutShort: WeakSet<StaticValue>;
  /** Declarations being folded, outermost first. */
  readonly open: { readonly key: unknown; readonly name: string }[];
  depth: number;
  peak: number;
  steps: number;
}

/** A folder that has folded nothing yet. */
export function createFolder(program: Program, hazards: HazardIndex, fold: FoldWith): Folder {
  const folder: Folder = {
    program,
    hazards,
    fold: (expression, scope) => fold(folder, expression, scope),
    units: new Map(),
    tooDeep: [],
    weights: new WeakMap(),
    enums: new Map(),
    cutShort: new WeakSet(),
    open: [],
    depth: 0,
    peak: 0,
    steps: 0,
  };
  return folder;
}

type FoldWith = (folder: Folder, expression: Expression, scope: NameScope) => Folded;

/** Folds a declaration once, however often it is referred to. Failures come back as seen from the reference. */
export function foldDeclaration(
  folder: Folder,
  key: unknown,
  declaration: Hop,
  reference: Hop,
  compute: () => Folded,
): Folded {
  const isOpen = folder.open.some((entry) => entry.key === key);
  const folded = foldOnce(folder, key, declaration.name, reference, compute);
  return folded.ok || isOpen ? folded : passThrough(folded.failures, declaration, reference);
}

/** Lets go of what was folded for a key: few things are asked for again, and then folding once more costs little. */
export function forget(folder: Folder, key: unknown): void {
  folder.units.delete(key);
}

/** Folds something once. What is being folded already is a cycle. Failures come back as they are. */
export function foldOnce(folder: Folder, key: unknown, name: string, reference: Hop, compute: () => Folded): Folded {
  const cycle = findCycle(folder, key, reference);
  if (cycle !== null) return cycle;
  const { program, units } = folder;
  const unit = remember(program, units, key, () => foldHere(folder, key, name, compute), isUnitForAll);
  if (folder.depth + unit.height > MAX_DEPTH) return tooDeep(reference);
  folder.peak = Math.max(folder.peak, folder.depth + unit.height);
  return unit.folded;
}

function findCycle(folder: Folder, key: unknown, reference: Hop): Folded | null {
  const start = folder.open.findIndex((entry) => entry.key === key);
  if (start < 0) return null;
  const names = folder.open.slice(start).map((entry) => entry.name);
  const path = [...names, names[0]].join(" → ");
  return fail("MXC1009", { path }, reference.span, reference.name);
}

/** What goes over the limit is met again at the same depth, twice as often with every step. */
function foldHere(folder: Folder, key: unknown, name: string, compute: () => Folded): Unit {
  const units = folder.tooDeep[folder.depth] ?? new Map();
  folder.tooDeep[folder.depth] = units;
  return remember(
    folder.program,
    units,
    key,
    () => foldUnit(folder, key, name, compute),
    (unit) => !isUnitForAll(unit),
  );
}

/** A declaration has its own budget; its depth counts on from the reference, because the stack does. */
function foldUnit(folder: Folder, key: unknown, name: string, compute: () => Folded): Unit {
  const { steps, peak, depth } = folder;
  folder.open.push({ key, name });
  folder.steps = 0;
  folder.peak = depth;
  const folded = compute();
  const height = folder.peak - depth;
  folder.open.pop();
  folder.steps = steps;
  folder.peak = peak;
  return { folded, height };
}

const DEPTH_LIMIT = `nesting ${MAX_DEPTH} deep`;

/** Whether a result does not depend on where folding started. */
function isUnitForAll({ folded }: Unit): boolean {
  return folded.ok || !folded.failures.some((failure) => failure.diagnostic.args.limit === DEPTH_LIMIT);
}

/** Nesting went over the limit. */
export function tooDeep(at: Hop): Folded {
  return fail("MXC1013", { limit: DEPTH_LIMIT }, at.span, at.name);
}

/** Counts work; false when a declaration has used up its share. */
export function spend(folder: Folder, steps: number): boolean {
  folder.steps += steps;
  return folder.steps <= MAX_STEPS;
}

/** An array or object as a result, unless it has grown too large. */
export function bounded(folder: Folder, value: Composite, text: string): Folded {
  const count = countParts(value);
  const weight = weigh(folder, value);
  if (count > MAX_ITEMS) return fail("MXC1013", { limit: `${MAX_ITEMS} items` }, value.span, text);
  if (weight > MAX_WEIGHT) return fail("MXC1013", { limit: `${MAX_WEIGHT} values in one` }, value.span, text);
  if (weight > LIGHT) folder.weights.set(value, weight);
  return { ok: true, value };
}

type Composite = Extract<StaticValue, { kind: "array" | "object" | "dsl" }>;

/** Text counts by its length, so that a thousand references to a long string do not come for free. */
function weightOf(folder: Folder, value: StaticValue): number {
  if (value.kind === "string") return 1 + (value.value.length >> 6);
  if (value.kind !== "array" && value.kind !== "object" && value.kind !== "dsl") return 1;
  return folder.weights.get(value) ?? weigh(folder, value);
}

function weigh(folder: Folder, value: Composite): number {
  let weight = 1;
  if (value.kind === "object") for (const entry of value.entries) weight += weightOf(folder, entry.value);
  else for (const item of value.kind === "array" ? value.items : value.args) weight += weightOf(folder, item);
  return weight;
}

function countParts(value: Composite): number {
  if (value.kind === "object") return value.entries.length;
  return value.kind === "array" ? value.items.length : value.args.length;
}
