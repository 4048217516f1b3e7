// Random features that make sense together: keys are unique, ids are declared, dependencies name what is there.

import type { ColumnType } from "../../../src/model/column-type.ts";
import { type Choices, chance, integer, pick, shuffle } from "./choices.ts";
import {
  type ColumnMeaning,
  type DepMeaning,
  type FeatureMeaning,
  type FieldDepMeaning,
  type FieldMeaning,
  form,
  type LineageMeaning,
  type MappingMeaning,
  type Meaning,
  type OptionMeaning,
  primitive,
  type TableArgMeaning,
  type TypeMeaning,
} from "./meanings.ts";
import { SCALAR_KINDS, solid } from "./types.ts";

/** Numbers for names, so that none comes twice. */
interface Counter {
  count: number;
}

/** Between one and four features; each may depend on those before it. */
export function randomFeatures(choices: Choices): readonly FeatureMeaning[] {
  const counter: Counter = { count: 0 };
  const features: FeatureMeaning[] = [];
  const total = integer(choices, 1, 4);
  while (features.length < total) features.push(randomFeature(choices, counter, features));
  return features;
}

const WORDS = ["video", "a", "raw", "frames", "x-1", "_own", "audio_2"];

function randomFeature(choices: Choices, counter: Counter, earlier: readonly FeatureMeaning[]): FeatureMeaning {
  const maybe = <T>(probability: number, make: () => T): T | null => (chance(choices, probability) ? make() : null);
  const key = randomKey(choices, counter);
  const ids = Array.from({ length: integer(choices, 1, 2) }, () => idColumn(choices, counter));
  const others = Array.from({ length: integer(choices, 0, 5) }, () => randomColumn(choices, counter, earlier));
  const table = chance(choices, 0.7);
  const deps = maybe(0.6, () => randomDeps(choices, counter, earlier));
  const columns = shuffle(choices, [...ids, ...others]);
  return {
    key,
    table,
    tableName: table ? maybe(0.2, () => `t_${counter.count++}`) : null,
    project: maybe(0.2, () => pick(choices, ["media", "team-2", "A_b"])),
    injection: maybe(0.2, () => ({
      ...(chance(choices, 0.6) ? { injectPrimaryKey: chance(choices, 0.5) } : {}),
      ...(chance(choices, 0.6) ? { injectIndex: chance(choices, 0.5) } : {}),
    })),
    tableArgs: table ? maybe(0.4, () => randomTableArgs(choices, counter, columns, earlier)) : null,
    idColumns: ids.map(({ name }) => name),
    deps,
    fields: randomFields(choices, counter, deps ?? [], earlier),
    metadata: maybe(0.6, () => randomObject(choices, 3)),
    description: pick(choices, [undefined, undefined, null, "described", 'O\'Neil "says" `so`\n$' + "{really}"]),
    columns,
  };
}

function randomKey(choices: Choices, counter: Counter): readonly string[] {
  const parts = Array.from({ length: integer(choices, 0, 2) }, () => pick(choices, WORDS));
  return [...parts, `${pick(choices, WORDS)}${counter.count++}`];
}

function idColumn(choices: Choices, counter: Counter): ColumnMeaning {
  const kind = pick(choices, ["string", "int64", "uuid", "int32", "text"] as const);
  return { name: `id_${counter.count++}`, type: solid({ kind }), optional: false, options: null, initial: null };
}

function randomColumn(choices: Choices, counter: Counter, earlier: readonly FeatureMeaning[]): ColumnMeaning {
  const name = `${pick(choices, ["path", "size", "$", "größe", "with space", "a-b"])}_${counter.count++}`;
  const type: TypeMeaning = { kind: "type", type: randomType(choices, 3), nullable: chance(choices, 0.25) };
  const optional = chance(choices, 0.15);
  const options = !optional && chance(choices, 0.3) ? randomOptions(choices, counter, earlier) : null;
  const initial = options === null && !optional && chance(choices, 0.2) ? randomDefault(choices) : null;
  return { name, type, optional, options, initial };
}

/** A column type. */
function randomType(choices: Choices, depth: number): ColumnType {
  const inner = () => randomType(choices, depth - 1);
  const flag = () => chance(choices, 0.3);
  switch (integer(choices, 0, depth > 0 ? 9 : 5)) {
    case 2:
      return {
        kind: "enum",
        labels: shuffle(choices, ["red", "green", "blue", "a b"]).slice(0, integer(choices, 1, 4)),
      };
    case 3:
      return { kind: "varchar", length: integer(choices, 1, 255) };
    case 4:
      return { kind: "decimal", precision: integer(choices, 10, 30), scale: integer(choices, 0, 10) };
    case 5:
      return { kind: "vector", dimensions: integer(choices, 1, 2000) };
    case 6:
      return { kind: "list", element: inner(), nullable: flag() };
    case 7:
      return {
        kind: "map",
        key: { kind: pick(choices, ["string", "string", "int64", "uuid"] as const) },
        value: inner(),
        nullable: flag(),
      };
    case 8:
    case 9: {
      const names = shuffle(choices, ["x", "y", "full name", "of"]).slice(0, integer(choices, 1, 3));
      return { kind: "struct", fields: names.map((name) => ({ name, type: inner(), nullable: flag() })) };
    }
    default:
      return { kind: pick(choices, SCALAR_KINDS) };
  }
}

/** A literal that a column starts with. */
function randomDefault(choices: Choices): Meaning {
  return pick(choices, [
    () => primitive(randomText(choices)),
    () => primitive(randomNumber(choices)),
    () => primitive(null),
    () => primitive(chance(choices, 0.5)),
    () => primitive(BigInt(integer(choices, -1000, 1000))),
    () => form("Float", randomNumber(choices)),
    () => ({ kind: "array", items: [primitive(1), primitive("a")] }) as const,
    () => randomObject(choices, 1),
    () => primitive(undefined),
  ])();
}

const ACTIONS = ["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"];

function randomOptions(
  choices: Choices,
  counter: Counter,
  earlier: readonly FeatureMeaning[],
): readonly OptionMeaning[] {
  const options: OptionMeaning[] = [];
  const maybe = (probability: number, name: string, make: () => unknown) => {
    if (chance(choices, probability)) options.push([name, make()]);
  };
  for (const flag of ["index", "unique", "nullable", "autoincrement", "primaryKey"])
    maybe(0.15, flag, () => chance(choices, 0.5));
  switch (integer(choices, 0, 5)) {
    case 1:
      options.push(["default", randomDefault(choices)]);
      break;
    case 2:
      options.push(["defaultSql", randomSql(choices, "now()")]);
      break;
    case 3:
      options.push(["generatedSql", randomSql(choices, "1 + 1")]);
  }
  maybe(0.1, "maxLength", () => integer(choices, 1, 300));
  maybe(0.1, "precision", () => integer(choices, 10, 30));
  maybe(0.1, "scale", () => integer(choices, 0, 9));
  maybe(0.1, "name", () => `renamed_${counter.count++}`);
  maybe(0.1, "renamedFrom", () => `old_${counter.count++}`);
  maybe(0.2, "description", () => randomText(choices));
  maybe(0.1, "type", () => pick<unknown>(choices, ["VARCHAR(3)", { duckdb: "JSON", postgresql: "JSONB" }]));
  const target = earlier.find(({ table }) => table);
  if (target !== undefined && chance(choices, 0.2)) {
    options.push(["foreignKey", reference(choices, target)]);
    maybe(0.4, "onDelete", () => pick(choices, ACTIONS));
    maybe(0.4, "onUpdate", () => pick(choices, ACTIONS));
  }
  return options;
}

/** One text, or one per dialect. */
function randomSql(choices: Choices, sql: string): unknown {
  return chance(choices, 0.7) ? sql : { duckdb: sql, postgresql: `(${sql})` };
}

/** `[Class, "column"]` or `"table.column"`. */
function reference(choices: Choices, { key, idColumns }: FeatureMeaning): Meaning {
  const [column = ""] = idColumns;
  if (chance(choices, 0.5)) return primitive(`some_table.${column}`);
  return { kind: "array", items: [{ kind: "class", feature: key.join("/") }, primitive(column)] };
}

function randomTableArgs(
  choices: Choices,
  counter: Counter,
  columns: readonly ColumnMeaning[],
  earlier: readonly FeatureMeaning[],
): readonly TableArgMeaning[] {
  const some = () =>
    shuffle(
      choices,
      columns.map(({ name }) => name),
    ).slice(0, integer(choices, 1, 2));
  const name = (): OptionMeaning => ["name", chance(choices, 0.2) ? null : `named_${counter.count++}`];
  const target = earlier.find(({ table }) => table);
  const makers: (() => TableArgMeaning)[] = [
    () => ({ form: "NewIndex", short: true, options: [name(), ["columns", some()]] }),
    () => ({
      form: "NewIndex",
      short: false,
      options: [
        [
          "columns",
          [{ column: some()[0], descending: chance(choices, 0.5) }, { expression: randomSql(choices, "lower(a)") }],
        ],
        ["unique", chance(choices, 0.5)],
        ["where", randomSql(choices, "1 = 1")],
        ["using", "gin"],
        ["include", some()],
      ],
    }),
    () => ({ form: "NewUnique", short: true, options: [["columns", some()]] }),
    () => ({ form: "NewUnique", short: false, options: [["columns", some()], name()] }),
    () => ({ form: "NewPrimaryKey", short: true, options: [["columns", some()]] }),
    () => ({ form: "NewCheck", short: false, options: [["expression", randomSql(choices, "1 = 1")], name()] }),
    () => ({ form: "NewCheck", short: true, options: [["expression", "1 < 2"]] }),
  ];
  if (target !== undefined) {
    makers.push(() => ({
      form: "NewForeignKey",
      short: false,
      options: [
        ["columns", [some()[0]]],
        ["references", [reference(choices, target)]],
        name(),
        ["onDelete", pick(choices, ACTIONS)],
      ],
    }));
  }
  const args = Array.from({ length: integer(choices, 0, 3) }, () => pick(choices, makers)());
  if (!chance(choices, 0.4)) return args;
  const options: OptionMeaning[] = [
    ["comment", "a comment"],
    ["schema", "media"],
    ["clickhouse", { orderBy: "a" }],
  ];
  return [...args, { form: "TableOptions", short: false, options: options.slice(0, integer(choices, 1, 3)) }];
}

function randomDeps(choices: Choices, counter: Counter, earlier: readonly FeatureMeaning[]): readonly DepMeaning[] {
  const some = shuffle(choices, earlier).slice(0, integer(choices, 0, 2));
  return some.map((feature) => ({
    feature: { key: feature.key },
    options: chance(choices, 0.6) ? randomDepOptions(choices, counter, feature) : [],
  }));
}

function randomDepOptions(choices: Choices, counter: Counter, upstream: FeatureMeaning): readonly OptionMeaning[] {
  const options: OptionMeaning[] = [];
  const maybe = (probability: number, name: string, make: () => unknown) => {
    if (chance(choices, probability)) options.push([name, make()]);
  };
  const plain = upstream.columns.filter(({ name, options: own }) => !upstream.idColumns.includes(name) && own === null);
  const renamed = plain.slice(0, integer(choices, 0, 2)).map(({ name }) => [name, `new_${counter.count++}`] as const);
  maybe(0.4, "rename", () => (chance(choices, 0.1) ? null : Object.fromEntries(renamed)));
  const isRenamed = options.some(([name, value]) => name === "rename" && value !== null);
  const names = isRenamed
    ? [...renamed.map(([, to]) => to), ...plain.slice(renamed.length).map(({ name }) => name)]
    : plain.map(({ name }) => name);
  maybe(0.4, "select", () => (chance(choices, 0.1) ? null : shuffle(choices, names).slice(0, integer(choices, 0, 3))));
  maybe(0.3, "filters", () => pick<unknown>(choices, [null, [], [`${upstream.idColumns[0]} > 10`]]));
  maybe(0.3, "optional", () => chance(choices, 0.5));
  maybe(0.4, "fieldsMapping", (): MappingMeaning => randomMapping(choices, upstream));
  maybe(0.4, "lineage", (): LineageMeaning => randomLineage(choices, upstream));
  return options;
}

function randomMapping(choices: Choices, upstream: FeatureMeaning): MappingMeaning {
  const keys = (upstream.fields ?? []).map(({ key }) => key);
  switch (integer(choices, 0, 2)) {
    case 0:
      return { type: pick(choices, ["all", "none"] as const) };
    case 1: {
      const options: OptionMeaning[] = [
        ["matchSuffix", chance(choices, 0.5)],
        ["excludeFields", keys.slice(0, integer(choices, 0, 1))],
      ];
      return { type: "default", options: options.slice(0, integer(choices, 0, 2)) };
    }
    default:
      return {
        type: "specific",
        mapping: [
          ["default", shuffle(choices, keys)],
          ["audio/french", keys.slice(0, 1)],
        ],
      };
  }
}

function randomLineage(choices: Choices, { idColumns }: FeatureMeaning): LineageMeaning {
  switch (integer(choices, 0, 2)) {
    case 0:
      return { type: "identity" };
    case 1:
      return { type: "aggregation", on: chance(choices, 0.5) ? null : idColumns };
    default:
      return {
        type: "expansion",
        options: [
          ["on", idColumns],
          ...(chance(choices, 0.5) ? [["idGenerationPattern", pick(choices, [null, "random"])] as const] : []),
        ],
      };
  }
}

function randomFields(
  choices: Choices,
  counter: Counter,
  deps: readonly DepMeaning[],
  earlier: readonly FeatureMeaning[],
): readonly FieldMeaning[] | null {
  if (chance(choices, 0.2)) return null;
  return Array.from({ length: integer(choices, 0, 3) }, (_, index) => ({
    key: index === 0 && chance(choices, 0.2) ? ["default"] : randomKey(choices, counter),
    codeVersion: chance(choices, 0.3) ? pick(choices, ["1", "", "v-2", "ü"]) : null,
    deps: randomFieldDeps(choices, deps, earlier),
  }));
}

function randomFieldDeps(
  choices: Choices,
  deps: readonly DepMeaning[],
  earlier: readonly FeatureMeaning[],
): FieldMeaning["deps"] {
  if (chance(choices, 0.1)) return "all";
  if (deps.length === 0 || !chance(choices, 0.4)) return chance(choices, 0.1) ? [] : null;
  return deps.slice(0, integer(choices, 0, deps.length)).map(({ feature }): FieldDepMeaning => {
    const upstream = earlier.find(({ key }) => key === feature.key);
    const keys = (upstream?.fields ?? [{ key: ["default"] }]).map(({ key }) => key);
    return { feature, fields: pick(choices, [null, "all", keys.slice(0, integer(choices, 0, 2))] as const) };
  });
}

function randomObject(choices: Choices, depth: number): Meaning {
  const keys = shuffle(choices, ["a", "b c", "default", "12", "ключ", "x_1", "then"]).slice(0, integer(choices, 0, 4));
  return { kind: "object", entries: keys.map((key) => [key, randomJson(choices, depth - 1)] as const) };
}

function randomJson(choices: Choices, depth: number): Meaning {
  switch (integer(choices, 0, depth > 0 ? 8 : 5)) {
    case 0:
      return primitive(randomText(choices));
    case 1:
      return primitive(randomNumber(choices));
    case 2:
      return primitive(chance(choices, 0.5));
    case 3:
      return primitive(pick(choices, [null, null, undefined]));
    case 4:
      return primitive(BigInt(integer(choices, -9, 9)) * (chance(choices, 0.3) ? 10n ** 20n : 1n));
    case 5:
      return form("Float", randomNumber(choices));
    case 6:
      return { kind: "array", items: randomItems(choices, depth) };
    default:
      return randomObject(choices, depth);
  }
}

/** Items of an array: undefined is no JSON. */
function randomItems(choices: Choices, depth: number): readonly Meaning[] {
  const items = Array.from({ length: integer(choices, 0, 3) }, () => randomJson(choices, depth - 1));
  return items.filter((item) => item.kind !== "primitive" || item.value !== undefined);
}

function randomText(choices: Choices): string {
  const pieces = [
    "a",
    "video_id",
    "null",
    "1",
    "true",
    "'",
    '"',
    "`",
    "${",
    "\\",
    "\n",
    "é",
    "😀",
    "\u2028",
    "undefined",
    "//",
    "*/",
  ];
  return Array.from({ length: integer(choices, 0, 5) }, () => pick(choices, pieces)).join("");
}

function randomNumber(choices: Choices): number {
  return pick(choices, [
    () => integer(choices, 0, 9),
    () => integer(choices, -1000, 1000),
    () => integer(choices, 0, 2 ** 31),
    () => integer(choices, -1000, 1000) / 8,
    () => 0.1 * integer(choices, 1, 9),
    () => 10 ** integer(choices, -10, 25),
  ])();
}
