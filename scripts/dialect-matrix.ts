// The dialects side by side, as a page for people: what the records under src/dialects/ say.

import type { Dialect } from "../src/dialects/dialect.ts";
import { dialects } from "../src/dialects/index.ts";
import type { OptionShape } from "../src/dialects/options.ts";
import type { ReferenceRules } from "../src/dialects/reference-rules.ts";
import { spellType } from "../src/dialects/type-table.ts";
import type { ColumnKind, ColumnType } from "../src/model/column-type.ts";
import { metaxyStore } from "../src/stores/index.ts";
import { storedType } from "../src/stores/stored-type.ts";

const text: ColumnType = { kind: "string" };

/** Columns as the authoring library declares them. */
const samples: readonly (readonly [declared: string, type: ColumnType])[] = [
  ["string", text],
  ["Text", { kind: "text" }],
  ["Varchar<50>", { kind: "varchar", length: 50 }],
  ["boolean", { kind: "boolean" }],
  ["number, Float64", { kind: "float64" }],
  ["Float32", { kind: "float32" }],
  ...(["int8", "int16", "int32"] as const).map((kind): readonly [string, ColumnType] => [
    `I${kind.slice(1)}`,
    { kind },
  ]),
  ["bigint, Int64", { kind: "int64" }],
  ...(["uint8", "uint16", "uint32", "uint64"] as const).map((kind): readonly [string, ColumnType] => [
    `UI${kind.slice(2)}`,
    { kind },
  ]),
  ["Decimal<18, 4>", { kind: "decimal", precision: 18, scale: 4 }],
  ["DateOnly", { kind: "date" }],
  ["TimeOnly", { kind: "time" }],
  ["Timestamp", { kind: "timestamp" }],
  ["Date, TimestampTz", { kind: "timestamptz" }],
  ["Interval", { kind: "interval" }],
  ["Uuid", { kind: "uuid" }],
  ["Json<T>", { kind: "json" }],
  ["Uint8Array, Bytes", { kind: "binary" }],
  ["Geography", { kind: "geography" }],
  ['"a" \\| "b"', { kind: "enum", labels: ["a", "b"] }],
  ["string[]", { kind: "list", element: text, nullable: false }],
  ["Record<string, string>", { kind: "map", key: text, value: text, nullable: false }],
  ["{ a: string; b: bigint \\| null }", struct({ a: false, b: true })],
  ["Vector<768>", { kind: "vector", dimensions: 768 }],
];

/** Columns that the databases keep and some of Metaxy's stores cannot use. */
const storeSamples: readonly (readonly [declared: string, type: ColumnType])[] = [
  ["TimeOnly", { kind: "time" }],
  ["Interval", { kind: "interval" }],
  ["Uuid", { kind: "uuid" }],
  ["Geography", { kind: "geography" }],
  ["Uuid[]", listOf({ kind: "uuid" })],
  ["Json<T>[]", listOf({ kind: "json" })],
  ["string[][]", listOf(listOf(text))],
  ["Vector<3>[]", listOf({ kind: "vector", dimensions: 3 })],
];

function listOf(element: ColumnType): ColumnType {
  return { kind: "list", element, nullable: false };
}

function struct(fields: Readonly<Record<string, boolean>>): ColumnType {
  const types: readonly ColumnType[] = [text, { kind: "int64" }];
  return {
    kind: "struct",
    fields: Object.entries(fields).map(([name, nullable], place) => ({ name, type: types[place] ?? text, nullable })),
  };
}

const targets: Readonly<Record<ReferenceRules["target"], string>> = {
  "primary key": "a primary key",
  constraint: "… or a unique constraint",
  index: "… or a unique index",
};

const circles: Readonly<Record<ReferenceRules["circular"], string>> = {
  alter: "ALTER TABLE",
  forward: "to later tables",
  refused: "no",
};

/** Pairs of types that some dialects compare. */
const joins: readonly (readonly [what: string, from: ColumnType, to: ColumnType])[] = [
  ["`Int32` to `Int64`", { kind: "int32" }, { kind: "int64" }],
  ["`Int64` to `UInt64`", { kind: "int64" }, { kind: "uint64" }],
  ["`Varchar<20>` to `string`", { kind: "varchar", length: 20 }, text],
  ['`"a"` to `"a" \\| "b"`', { kind: "enum", labels: ["a"] }, { kind: "enum", labels: ["a", "b"] }],
  [
    "`Decimal<18, 2>` to `Decimal<18, 4>`",
    { kind: "decimal", precision: 18, scale: 2 },
    { kind: "decimal", precision: 18, scale: 4 },
  ],
];

function ofReferences(answer: (rules: ReferenceRules) => string): (dialect: Dialect) => string {
  return ({ constraints: { references } }) => (references === null ? "" : answer(references));
}

function canJoin(from: ColumnType, to: ColumnType, dialect: Dialect): boolean {
  const { references, unkeyable } = dialect.constraints;
  if (references === null || unkeyable.includes(from.kind)) return false;
  const [own, other] = [from, to].map((type) => references.typeClass(spell(type, dialect, true), {}));
  return own === other || references.widens[own ?? ""]?.includes(other ?? "") === true;
}

/** What each dialect has, one row per question. */
const questions: readonly (readonly [question: string, answer: (dialect: Dialect) => string])[] = [
  ["primary key", ({ constraints }) => constraints.primaryKey],
  ["unique", ({ constraints }) => constraints.unique],
  ["check", ({ constraints }) => constraints.check],
  ["foreign key", ({ constraints }) => constraints.foreignKey],
  ["… refers to", ofReferences(({ target }) => targets[target])],
  ["… in a circle", ofReferences(({ circular }) => circles[circular])],
  ["… into another schema", ofReferences(({ acrossSchemas }) => yes(acrossSchemas))],
  ["… into its own table", ofReferences(({ ownTable }) => yes(ownTable))],
  ...joins.map(([what, ...types]): (typeof questions)[number] => [
    `… from ${what}`,
    (dialect) => (dialect.constraints.references === null ? "" : yes(canJoin(...types, dialect))),
  ]),
  ["not in keys", ({ constraints }) => (constraints.primaryKey === "absent" ? "" : listKinds(constraints.unkeyable))],
  ["columns of a key", ({ constraints }) => limit(constraints.maxKeyColumns)],
  [
    "indexes",
    ({ indexes }) => ({ statement: "CREATE INDEX", inline: "data-skipping", absent: "absent" })[indexes.style],
  ],
  ["index WHERE", ({ indexes }) => yes(indexes.partial && indexes.style !== "absent")],
  ["index INCLUDE", ({ indexes }) => yes(indexes.include && indexes.style !== "absent")],
  ["index on expressions", ({ indexes }) => yes(indexes.expressions && indexes.style !== "absent")],
  ["default", ({ defaults }) => (defaults.expressions ? "expression" : "literal")],
  ["generated column", ({ generated }) => (generated === null ? "no" : code(generated.clause("…")))],
  ["autoincrement", ({ autoincrement }) => (autoincrement === null ? "no" : code(autoincrement.clause))],
  ["comments", ({ comments }) => ({ statement: "COMMENT ON", inline: "clause", line: "-- lines" })[comments.style]],
  [
    "longest name",
    ({ names }) => (names.identifierLimit === null ? "" : `${names.identifierLimit} ${names.limitUnit}`),
  ],
  ["index names unique per", ({ names }) => names.indexScope ?? ""],
  ["columns", ({ limits }) => limit(limits.columns)],
  ["DDL can be rolled back", ({ transactionalDdl }) => yes(transactionalDdl)],
  ["options in `tableArgs`", ({ tableOptions }) => listOptions(tableOptions)],
  ["options in `[ext.compile.<dialect>]`", ({ targetOptions }) => listOptions(targetOptions)],
  ["proved on", ({ engine }) => engine ?? "its service only"],
];

/** The page as Markdown. */
export function renderDialectMatrix(): string {
  const all = Object.values(dialects);
  const head = ["", ...all.map(({ title }) => title)];
  const types = samples.map(([declared, type]) => [
    code(declared),
    ...all.map((dialect) => code(spell(type, dialect))),
  ]);
  const answers = questions.map(([question, answer]) => [question, ...all.map(answer)]);
  return [
    "# Dialects",
    "What `npm run generate` reads from the records under `src/dialects/`, where each fact has its source.",
    "## Types",
    "A column that is not null and not part of a key.",
    markdownTable([head, ...types]),
    "## Types in Metaxy's stores",
    "A store of `metaxy.toml` has these types instead, because Metaxy's own store cannot use the ones above; with `--dialect`, and with " +
      '`compat = "sqlmodel"`, nothing changes. Inside of a list, a map or an object the same holds. [python.md](python.md#columns-that-stores-cannot-use) ' +
      "says what fails, and what is only warned of.",
    storeTable(),
    "## Everything else",
    "Enforced: the engine refuses what breaks it. Informational: kept, or used for layout, and never checked.",
    markdownTable([head, ...answers]),
    "A schema (a database in MySQL, MariaDB and ClickHouse, a dataset in BigQuery) has to be there: nothing makes one.",
    "## Sources",
    "Engines that the statements and the refusals were tried on, and pages of manuals.",
    all.map(({ title, sources }) => `* ${title}: ${sources.map(linked).join(", ")}`).join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** What stores keep, where it is not what the database would. */
function storeTable(): string {
  const stores = Object.values(dialects).flatMap((dialect) => {
    const rules = metaxyStore(dialect.name)?.columns;
    return rules === undefined ? [] : [{ dialect, rules }];
  });
  const rows = storeSamples.map(([declared, type]) => [
    code(declared),
    ...stores.map(({ dialect, rules }) => {
      const kept = storedType(type, rules);
      return kept === type ? "" : code(spell(kept, dialect));
    }),
  ]);
  return markdownTable([["", ...stores.map(({ dialect }) => dialect.title)], ...rows]);
}

function spell(type: ColumnType, { types, nullability }: Dialect, key = false): string {
  const options = { types, wrapNullable: nullability.wrap, nullless: nullability.nullless, target: {} };
  return spellType(type, false, key, options);
}

function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
  // Two backticks hold one.
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function listOptions(shape: OptionShape): string {
  return Object.keys(shape).map(code).join(", ");
}

function linked(source: string): string {
  return source.startsWith("https://") ? `<${source}>` : source;
}

function yes(value: boolean): string {
  return value ? "yes" : "no";
}

function limit(value: number | null): string {
  return value === null ? "" : String(value);
}

function listKinds(kinds: readonly ColumnKind[]): string {
  return kinds.join(", ");
}
