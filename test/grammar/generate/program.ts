// A random program: features as plain data, and modules of the grammar that declare them.

import type { Grammar } from "../ebnf.ts";
import { type Choices, chance, integer, pick, shuffle } from "./choices.ts";
import { type BaseGoal, type ClassGoal, classPlanners, type MemberGoal } from "./classes.ts";
import { declarationPlanners, mentionsClass } from "./declarations.ts";
import { type Deriver, mustDerive } from "./derive.ts";
import { randomFeatures } from "./features.ts";
import { libraryPlanners, plainValue } from "./library.ts";
import { type ColumnMeaning, type FeatureMeaning, form, type Meaning, primitive } from "./meanings.ts";
import {
  addDraft,
  addStatement,
  type Draft,
  declareSomewhere,
  freshName,
  type Place,
  type Session,
  specifierOf,
} from "./session.ts";
import { createSpellers } from "./spelling.ts";
import { typePlanners } from "./types.ts";
import { valuePlanners } from "./values.ts";

/** A program that compiles, and what it means. */
export interface GeneratedProgram {
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly features: readonly FeatureMeaning[];
  /** The module and the dotted name of each feature's class, by key. */
  readonly places: ReadonlyMap<string, { readonly module: string; readonly path: readonly string[] }>;
  /** Values of `declare const`s. */
  readonly ambient: ReadonlyMap<string, unknown>;
}

/** Writes a program. */
export function generateProgram(grammar: Grammar, choices: Choices): GeneratedProgram {
  const session = createSession(grammar, choices);
  const features = randomFeatures(choices);
  for (const feature of features) writeFeature(session, feature);
  importForEffects(session);
  const sources = session.drafts.map((draft) => [`src/${draft.name}.ts`, render(draft, choices)] as const);
  return {
    files: {
      ...Object.fromEntries(sources),
      "src/data.json": JSON.stringify(Object.fromEntries(session.json)),
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      "package.json": '{ "name": "generated", "imports": { "#*": "./src/*.ts" } }',
    },
    features,
    places: new Map([...session.classes].map(([key, { draft, path }]) => [key, { module: draft.name, path }])),
    ambient: session.ambient,
  };
}

/** At most so many productions are written for more than what is necessary. */
const MOST_FUEL = 4000;

function createSession(grammar: Grammar, choices: Choices): Session {
  const planners: Deriver["planners"] = {};
  const deriver: Deriver = {
    grammar,
    choices,
    planners,
    spellers: createSpellers(choices),
    used: new Set(),
    fuel: integer(choices, 0, MOST_FUEL),
  };
  const drafts: Draft[] = [];
  const session: Session = {
    choices,
    deriver,
    drafts,
    current: addDraft({ drafts }, "f0", 1000),
    classes: new Map(),
    ambient: new Map(),
    json: new Map(),
    write: (production, goal) => mustDerive(deriver, production, goal),
    writePlainly: (production, goal) => {
      const { fuel } = deriver;
      deriver.fuel = 0;
      const tokens = mustDerive(deriver, production, goal);
      deriver.fuel = fuel;
      return tokens;
    },
    count: 0,
  };
  Object.assign(
    planners,
    valuePlanners(session),
    typePlanners(session),
    libraryPlanners(session),
    declarationPlanners(session),
    classPlanners(session),
  );
  return session;
}

function writeFeature(session: Session, feature: FeatureMeaning): void {
  const { choices, drafts } = session;
  if (session.classes.size > 0 && chance(choices, 0.4)) {
    session.current = addDraft(session, `f${drafts.length}`, 1000 + drafts.length);
  }
  const goal = featureClass(session, feature);
  session.classes.set(feature.key.join("/"), place(session, goal));
}

/** Modules that are imported only to be run. */
function importForEffects(session: Session): void {
  const { choices, drafts } = session;
  for (const draft of drafts) {
    const lower = drafts.filter(({ rank }) => rank < draft.rank);
    if (lower.length === 0 || !chance(choices, 0.05)) continue;
    session.current = draft;
    draft.imports.push(session.write("EffectImport", specifierOf(session, pick(choices, lower))));
  }
}

/** Writes the class of a feature in one of the ways in which a class may stand in a module. */
function place(session: Session, goal: ClassGoal): Place {
  const { choices, current } = session;
  const name = freshName(session, "F");
  const named = { ...goal, name };
  switch (integer(choices, 0, current.hasDefault ? 4 : 5)) {
    case 1:
      addStatement(session, "ClassConstant", { ...named, exported: true });
      return { draft: current, path: [name] };
    case 2: {
      const space = freshName(session, "N");
      const statement = { production: "Class", goal: { ...named, exported: true } };
      addStatement(session, "Namespace", { path: [space], exported: true, statement });
      return { draft: current, path: [space, name] };
    }
    case 3: {
      const outside = freshName(session, "X");
      addStatement(session, "Class", { ...named, exported: false });
      addStatement(session, "Export", { names: [[name, outside]] });
      current.aliases.set(outside, name);
      return { draft: current, path: [outside] };
    }
    case 5:
      current.hasDefault = true;
      addStatement(session, "Class", { ...goal, name, exported: true, byDefault: true });
      current.aliases.set("default", name);
      return { draft: current, path: ["default"] };
    default:
      addStatement(session, "Class", { ...named, exported: true });
      return { draft: current, path: [name] };
  }
}

function featureClass(session: Session, feature: FeatureMeaning): ClassGoal {
  const { choices } = session;
  const root = feature.table || chance(choices, 0.3) ? "BaseSQLModelFeature" : "BaseFeature";
  const inherited = chance(choices, 0.3) ? integer(choices, 0, feature.columns.length) : 0;
  const base = baseOf(session, root, feature.columns.slice(0, inherited));
  const own = feature.columns.slice(inherited).map(columnMember);
  const members = chance(choices, 0.5)
    ? [...statics(session, feature), ...own]
    : [...own, ...statics(session, feature)];
  return { name: null, exported: true, base, members };
}

function columnMember(column: ColumnMeaning): MemberGoal {
  return { member: "column", column };
}

/** The root class, or what brings the inherited columns on top of it. */
function baseOf(session: Session, root: string, columns: readonly ColumnMeaning[]): BaseGoal {
  const { choices } = session;
  const named: BaseGoal = { kind: "name", path: [root] };
  const [first, ...rest] = columns;
  if (first === undefined) return named;
  switch (integer(choices, 0, 3)) {
    case 1: {
      const path = declareSomewhere(
        session,
        () => {
          const name = freshName(session, "mix");
          addStatement(session, "Mixin", { name, exported: true, members: columns.map(columnMember) });
          return [name];
        },
        mentionsClass(columns),
      );
      return { kind: "mixin", path, of: named };
    }
    case 2: {
      if (first.options !== null || first.initial !== null || first.optional)
        return abstractBase(session, named, columns);
      // A class whose first column is of a type that the feature says.
      const path = declareSomewhere(
        session,
        (exported) => {
          const name = freshName(session, "B");
          const members: MemberGoal[] = [
            { member: "column", column: { ...first, options: null, initial: null }, parameter: "P" },
            ...rest.map(columnMember),
          ];
          addStatement(session, "Class", { name, exported, abstract: true, base: named, parameters: ["P"], members });
          return [name];
        },
        mentionsClass(columns),
      );
      return { kind: "name", path, args: [first.type] };
    }
    case 3:
      return {
        kind: "class",
        class: {
          name: null,
          exported: false,
          base: named,
          members: columns.map((column) => ({ member: "column", column, plainly: true })),
        },
      };
    default:
      return abstractBase(session, named, columns);
  }
}

function abstractBase(session: Session, root: BaseGoal, columns: readonly ColumnMeaning[]): BaseGoal {
  const path = declareSomewhere(
    session,
    (exported) => {
      const name = freshName(session, "B");
      addStatement(session, "Class", {
        name,
        exported,
        abstract: true,
        base: root,
        members: columns.map(columnMember),
      });
      return [name];
    },
    mentionsClass(columns),
  );
  return { kind: "name", path };
}

function statics(session: Session, feature: FeatureMeaning): readonly MemberGoal[] {
  const { choices } = session;
  const given: (readonly [string, Meaning])[] = [["spec", form("Spec", feature)]];
  if (feature.table) given.push(["table", primitive(true)]);
  if (feature.tableName !== null) given.push(["tableName", primitive(feature.tableName)]);
  if (feature.tableArgs !== null) given.push(["tableArgs", form("TableArgs", feature.tableArgs)]);
  if (feature.project !== null) given.push(["project", primitive(feature.project)]);
  if (feature.injection !== null) given.push(["featureConfig", plainValue({ ext: { sqlmodel: feature.injection } })]);
  return shuffle(choices, given).map(([name, value]) => ({ member: "feature-static", name, value }));
}

/** The text of a module: its own names for the library, blanks and comments between the tokens. */
function render(draft: Draft, choices: Choices): string {
  const tokens = [...draft.imports, ...draft.statements].flat();
  const used = [...new Set(tokens.filter((token) => LIBRARY.has(token)))].sort();
  const space = chance(choices, 0.2) ? "dsl" : null;
  const local = new Map(
    used.map((name) => [name, space !== null ? `${space} . ${name}` : chance(choices, 0.1) ? `${name}_` : name]),
  );
  const names = used.map((name) => (local.get(name) === name ? name : `${name} as ${local.get(name)}`));
  const clause = space === null ? `{ ${names.join(", ")} }` : `* as ${space}`;
  const library =
    used.length === 0 ? "" : `import ${clause} from "${pick(choices, ["metaxy-compile/dsl", "metaxy-compile"])}";\n`;
  return library + tokens.map((token) => (local.get(token) ?? token) + gapAfter(token, choices)).join("");
}

function gapAfter(token: string, choices: Choices): string {
  if (token === ";" || token === "{" || token === ",") return chance(choices, 0.4) ? "\n" : " ";
  return chance(choices, 0.02) ? pick(choices, [" /* } */ ", "  ", "\t"]) : " ";
}

/** Names of the authoring library; no other token is called like them. */
const LIBRARY: ReadonlySet<string> = new Set(
  `AllFields BaseFeature BaseSQLModelFeature FeatureDep FeatureKey FeatureSpec Field FieldDep FieldKey FieldSpec FieldsMapping
   LineageRelationship SpecialFieldDep float Index UniqueConstraint PrimaryKeyConstraint CheckConstraint ForeignKeyConstraint
   Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64 Text DateOnly TimeOnly Timestamp TimestampTz Interval
   Uuid Bytes Geography Varchar Vector Decimal Json`.split(/\s+/),
);
