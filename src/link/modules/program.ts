// The state of one linking run: modules read so far, what was found in them, and which of them the declaration at hand
// depends on. Everything here is a cache of pure results.

import type { Host } from "../../model/host.ts";
import type { Range } from "../../model/span.ts";
import type { ClassNode, Declaration, Expression, ModuleSummary } from "../../model/summary.ts";
import type { Base, ClassChain, ClassRef } from "../classes/class-ref.ts";
import type { Outcome } from "../fold/outcome.ts";
import type { Origin } from "../fold/sealed.ts";
import { createModule, type Entity, type LinkedModule, type NameScope } from "./scope.ts";
import { createSpecifierResolver, resolveSpecifier, type SpecifierResolver, type Target } from "./specifier.ts";

/** Where summaries come from. Reads, caches and parses on demand. */
export interface ModuleSource {
  /** The summary of a file, by its path relative to the project's root, with `/`; null when there is none. */
  get(path: string): ModuleSummary | null;
  /** Told when linking is over: from then on only line starts and ignore comments are asked for, and the rest may go. */
  readonly settle?: () => void;
}

/** A result and the modules it was read from. */
export interface Remembered<T> {
  readonly value: T;
  readonly modules: readonly Consulted[];
}

/** A module, or a result that was read from many: rows of results would list the same ones over and over. */
type Consulted = string | Remembered<unknown>;

/** Results of more modules than this are noted as a whole. */
const FEW = 32;

/** Which `export *` of a module may have a name. */
export interface StarIndex {
  readonly byName: ReadonlyMap<string, readonly StarExport[]>;
  /** Stars whose names are not known: they lead nowhere, or into the authoring library. */
  readonly open: readonly StarExport[];
}

/** `export * from "specifier"`. */
export type StarExport = ModuleSummary["starExports"][number];

/** See the head of the file. */
export interface Program {
  readonly host: Host;
  readonly source: ModuleSource;
  readonly resolver: SpecifierResolver;
  readonly modules: Map<string, LinkedModule | null>;
  readonly exports: Map<LinkedModule, Map<string, Remembered<Outcome<Entity> | null>>>;
  /** How often a search among barrels was cut off so far. */
  cuts: number;
  readonly namespaces: Map<readonly Declaration[], NameScope | null>;
  readonly stars: Map<string, StarIndex>;
  /** By node: a class has one reference, one in a mixin has one per base. */
  readonly classNodes: Map<ClassNode, readonly ClassRef[]>;
  /** By {@link classKey}. */
  readonly classes: Map<string, ClassRef>;
  /** Classes that mixins made of type arguments, by the scope and the place of the call. */
  readonly instances: Map<NameScope, Map<Range, ClassRef>>;
  /** By what a constant is declared with: where the row of names that it begins ends. */
  readonly origins: Map<Expression, Origin>;
  readonly bases: Map<ClassRef, Remembered<Outcome<Base>>>;
  readonly chains: Map<ClassRef, Remembered<Outcome<ClassChain>>>;
  /** Modules read so far for the class at hand, in order and with repeats. */
  readonly consulted: Consulted[];
  /** Where in that list the innermost computation to be remembered began. */
  since: number;
}

/** A program that has read nothing yet. */
export function createProgram(source: ModuleSource, host: Host): Program {
  const modules = new Map<string, LinkedModule | null>();
  const exists = (path: string) => modules.get(path) != null || host.readFile(path) !== null;
  return {
    host,
    source,
    resolver: createSpecifierResolver(host, exists),
    modules,
    exports: new Map(),
    cuts: 0,
    namespaces: new Map(),
    stars: new Map(),
    classNodes: new Map(),
    classes: new Map(),
    instances: new Map(),
    origins: new Map(),
    bases: new Map(),
    chains: new Map(),
    consulted: [],
    since: 0,
  };
}

/** The module in a file; null when there is no such file. Counts as consulted. */
export function loadModule(program: Program, path: string): LinkedModule | null {
  consult(program, path);
  const known = program.modules.get(path);
  if (known !== undefined) return known;
  const summary = program.source.get(path);
  const module = summary === null ? null : createModule(path, summary);
  program.modules.set(path, module);
  return module;
}

/** What a specifier in a file stands for. */
export function findTarget(program: Program, from: string, specifier: string): Target {
  return resolveSpecifier(program.resolver, from, specifier);
}

/** Notes that something was read from a module. */
export function consult({ consulted, since }: Program, source: Consulted): void {
  if (consulted.length === since || consulted[consulted.length - 1] !== source) consulted.push(source);
}

/** The modules noted so far, each once. */
export function consultedModules({ consulted }: Program): Set<string> {
  const modules = new Set<string>();
  const seen = new Set<Consulted>();
  const rest = [...consulted].reverse();
  for (let source = rest.pop(); source !== undefined; source = rest.pop()) {
    if (typeof source === "string") modules.add(source);
    else if (!seen.has(source)) {
      seen.add(source);
      for (const part of source.modules) rest.push(part);
    }
  }
  return modules;
}

/** Runs something whose modules do not count as consulted. */
export function unobserved<T>(program: Program, run: () => T): T {
  const { length } = program.consulted;
  const result = run();
  program.consulted.length = length;
  return result;
}

/** Computes once per key, and notes the consulted modules on every use. */
export function remember<K, T>(
  program: Program,
  cache: Map<K, Remembered<T>>,
  key: K,
  compute: () => T,
  keep: (value: T) => boolean = always,
): T {
  const known = cache.get(key);
  if (known !== undefined) {
    if (known.modules.length > FEW) consult(program, known);
    else for (const source of known.modules) consult(program, source);
    return known.value;
  }
  const outer = program.since;
  const start = program.consulted.length;
  program.since = start;
  const value = compute();
  program.since = outer;
  if (keep(value)) cache.set(key, { value, modules: consultedSince(program, start) });
  return value;
}

function always(): boolean {
  return true;
}

/** The modules consulted since a point, each once. */
function consultedSince({ consulted }: Program, start: number): readonly Consulted[] {
  const size = consulted.length - start;
  if (size === 0) return NO_MODULES;
  return size === 1 ? consulted.slice(start) : [...new Set(consulted.slice(start))];
}

const NO_MODULES: readonly Consulted[] = [];
