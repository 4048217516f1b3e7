// A program while it is written: its modules, what they declare and import, and where else a meaning may be put so that
// a reference is all that is left of it.

import { type Choices, chance, integer, pick } from "./choices.ts";
import type { Deriver } from "./derive.ts";

/** A module in the making. */
export interface Draft {
  /** Without extension, e.g. `k1`. */
  readonly name: string;
  /** Imports go to modules of lower rank. */
  readonly rank: number;
  readonly names: Set<string>;
  readonly imports: (readonly string[])[];
  readonly statements: (readonly string[])[];
  /** What is imported already, by module and name. */
  readonly imported: Map<string, readonly string[]>;
  /** Names of declarations that have another name outside. */
  readonly aliases: Map<string, string>;
  hasDefault: boolean;
}

/** A program in the making. */
export interface Session {
  readonly choices: Choices;
  readonly deriver: Deriver;
  readonly drafts: Draft[];
  /** The module that is written now. */
  current: Draft;
  /** Where the class of each feature is, by key. */
  readonly classes: Map<string, Place>;
  /** Values of `declare const`s, by name. */
  readonly ambient: Map<string, unknown>;
  /** What `data.json` holds. */
  readonly json: Map<string, unknown>;
  /** Writes a production for the current module. */
  readonly write: (production: string, goal: unknown) => readonly string[];
  /** The same, with nothing in it that is not needed. */
  readonly writePlainly: (production: string, goal: unknown) => readonly string[];
  count: number;
}

/** A declaration seen from outside: its module and its name there, dotted inside namespaces. */
export interface Place {
  readonly draft: Draft;
  readonly path: readonly string[];
}

/** Adds a module. */
export function addDraft(session: Pick<Session, "drafts">, name: string, rank: number): Draft {
  const draft: Draft = {
    name,
    rank,
    names: new Set(),
    imports: [],
    statements: [],
    imported: new Map(),
    aliases: new Map(),
    hasDefault: false,
  };
  session.drafts.push(draft);
  return draft;
}

/** A name that the module does not have yet. */
export function freshName(session: Session, prefix: string): string {
  for (;;) {
    const name = `${prefix}${session.count++}`;
    if (claimName(session, name)) return name;
  }
}

/** Takes a name for the module; false when it has it already. */
export function claimName({ current }: Session, name: string): boolean {
  if (current.names.has(name)) return false;
  current.names.add(name);
  return true;
}

/** Writes a statement into the module. */
export function addStatement(session: Session, production: string, goal: unknown): void {
  const { current } = session;
  current.statements.push(session.write(production, goal));
}

/**
 * Declares something here or in another module: how it is called from here.
 *
 * @param here only here
 */
export function declareSomewhere(
  session: Session,
  declare: (exported: boolean, away: boolean) => readonly string[],
  here = false,
): readonly string[] {
  if (here || !chance(session.choices, 0.3)) return declare(chance(session.choices, 0.2), false);
  return reach(
    session,
    declareElsewhere(session, () => declare(true, true)),
  );
}

/** Declares something in another module. */
export function declareElsewhere(session: Session, declare: () => readonly string[]): Place {
  const { current } = session;
  const draft = otherDraft(session);
  session.current = draft;
  const path = declare();
  session.current = current;
  return { draft, path };
}

const LARGEST = 5;

function otherDraft(session: Session): Draft {
  const { drafts, current, choices } = session;
  const lower = drafts.filter(({ rank, name }) => rank < current.rank && name.startsWith("k"));
  if (lower.length === 0 || (drafts.length < LARGEST && chance(choices, 0.4))) {
    const least = Math.min(...drafts.map(({ rank }) => rank));
    return addDraft(session, `k${drafts.length}`, least - 1);
  }
  return pick(choices, lower);
}

/** How something is called in the current module, which imports it if it has to. */
export function reach(session: Session, { draft, path }: Place, typeOnly = false): readonly string[] {
  const { current } = session;
  const [name = "", ...rest] = path;
  if (draft === current) return [draft.aliases.get(name) ?? name, ...rest];
  const known = current.imported.get(`${draft.name}#${name}`);
  if (known !== undefined && !typeOnly) return [...known, ...rest];
  const local = importName(session, draft, name, typeOnly);
  if (!typeOnly) current.imported.set(`${draft.name}#${name}`, local);
  return [...local, ...rest];
}

function importName(session: Session, draft: Draft, name: string, typeOnly: boolean): readonly string[] {
  const { choices, current } = session;
  const add = (production: string, goal: unknown) => void current.imports.push(session.write(production, goal));
  const specifier = specifierOf(session, draft);
  if (name === "default") {
    const local = freshName(session, "d");
    if (chance(choices, 0.3)) add("Import", { names: [["default", local]], specifier });
    else add("Import", { default: local, specifier });
    return [local];
  }
  switch (integer(choices, 0, typeOnly ? 0 : 4)) {
    case 1: {
      const space = freshName(session, "all");
      const first = draft.hasDefault && chance(choices, 0.2) ? freshName(session, "d") : undefined;
      add("Import", { default: first, namespace: space, specifier });
      return [space, name];
    }
    case 2: {
      const space = freshName(session, "req");
      add("RequireImport", { name: space, specifier });
      return [space, name];
    }
    case 3:
      return importThroughBarrel(session, draft, name);
    default: {
      const local = chance(choices, 0.3) || !claimName(session, name) ? freshName(session, "i") : name;
      add("Import", { names: [[name, local]], specifier, typeOnly });
      return [local];
    }
  }
}

/** Through a module that only exports what others do. */
function importThroughBarrel(session: Session, draft: Draft, name: string): readonly string[] {
  const { choices, current } = session;
  const barrel = addDraft(session, `b${session.drafts.length}`, draft.rank + 0.5);
  session.current = barrel;
  const specifier = specifierOf(session, draft);
  const renamed = `${name}_${session.count++}`;
  const way = integer(choices, 0, 3);
  const exported = way === 0 || way === 3 ? renamed : way === 1 ? name : `s${session.count++}`;
  if (way === 0) addStatement(session, "Export", { names: [[name, renamed]], specifier });
  else if (way === 1) addStatement(session, "StarExport", { specifier });
  else if (way === 2) addStatement(session, "StarExport", { name: exported, specifier });
  else {
    barrel.imports.push(session.write("Import", { names: [[name, "own"]], specifier }));
    addStatement(session, "Export", { names: [["own", renamed]] });
  }
  session.current = current;
  const local = freshName(session, "i");
  current.imports.push(
    session.write("Import", { names: [[exported, local]], specifier: specifierOf(session, barrel) }),
  );
  return way === 2 ? [local, name] : [local];
}

/** A module specifier: relative, through an alias of tsconfig.json, or through `imports` of package.json. */
export function specifierOf({ choices }: Session, { name }: Draft): string {
  return pick(choices, [`./${name}.js`, `./${name}`, `./${name}.ts`, `@/${name}`, `#${name}`]);
}
