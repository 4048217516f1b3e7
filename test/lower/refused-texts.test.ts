// A NUL ends statements early and half a surrogate pair is no UTF-8: wherever the author can put a text, both are refused, and
// nothing is written.

import { describe, expect, it } from "vitest";
import { DIALECT_NAMES } from "../../src/model/dialect-name.ts";
import { runInMemory } from "../memory-world.ts";

/** One place for a text: as part of the spec, a static, an entry of `tableArgs`, or a column. */
interface Place {
  readonly spec?: (text: string) => string;
  readonly member?: (text: string) => string;
  readonly arg?: (text: string) => string;
}

/** `text` is a string literal, `sql` one that holds it as a literal of SQL. */
const inSql = (text: string) => `"id <> '${text.slice(1, -1)}'"`;

const places: Readonly<Record<string, Place>> = {
  description: { spec: (text) => `description: ${text}` },
  "name of a table": { member: (text) => `static override readonly tableName = ${text};` },
  "name of a column": { member: (text) => `x: string = Field({ name: ${text} });` },
  "comment on a column": { member: (text) => `x: string = Field({ description: ${text} });` },
  default: { member: (text) => `x: string = Field({ default: ${text} });` },
  "default of a document": { member: (text) => `x: Json<unknown> = Field({ default: { a: [${text}] } });` },
  "member of a document": { member: (text) => `x: Json<unknown> = Field({ default: { ${text}: 1 } });` },
  "default in SQL": { member: (text) => `x: string = Field({ defaultSql: ${inSql(text)} });` },
  "generated column": { member: (text) => `x: string = Field({ generatedSql: ${inSql(text)} });` },
  "label of an enum": { member: (text) => `x!: "ok" | ${text};` },
  "member of a struct": { member: (text) => `x!: { ${text}: string };` },
  "raw type": { member: (text) => `x: string = Field({ type: ${text} });` },
  "foreign table": { member: (text) => `x: string = Field({ foreignKey: ${text.slice(0, -1)}.id" });` },
  "foreign column": {
    arg: (text) => `new ForeignKeyConstraint({ columns: ["id"], references: ["o.${text.slice(1)}] })`,
  },
  comment: { arg: (text) => `{ comment: ${text} }` },
  schema: { arg: (text) => `{ schema: ${text} }` },
  check: { arg: (text) => `new CheckConstraint({ name: "c", expression: ${inSql(text)} })` },
  "name of a check": { arg: (text) => `new CheckConstraint({ name: ${text}, expression: "id <> ''" })` },
  "name of an index": { arg: (text) => `new Index(${text}, "id")` },
  "condition of an index": { arg: (text) => `new Index({ columns: ["id"], where: ${inSql(text)} })` },
  "expression of an index": { arg: (text) => `new Index({ name: "i", columns: [{ expression: ${inSql(text)} }] })` },
  "method of an index": { arg: (text) => `new Index({ columns: ["id"], using: ${text} })` },
  "name of a unique constraint": { arg: (text) => `new UniqueConstraint({ name: ${text}, columns: ["id"] })` },
  "name of a primary key": { arg: (text) => `new PrimaryKeyConstraint({ name: ${text}, columns: ["id"] })` },
  "name of a foreign key": {
    arg: (text) => `new ForeignKeyConstraint({ name: ${text}, columns: ["id"], references: ["o.id"] })`,
  },
  "table option": { arg: (text) => `{ clickhouse: { engine: ${text} } }` },
  "name of a setting": { arg: (text) => `{ bigquery: { options: { ${text}: 1 } } }` },
};

function classWith({ spec, member, arg }: Place, text: string): string {
  return [
    'import * as dsl from "metaxy-compile/dsl";',
    'import { CheckConstraint, Field, ForeignKeyConstraint, Index, type Json } from "metaxy-compile/dsl";',
    'import { PrimaryKeyConstraint, UniqueConstraint } from "metaxy-compile/dsl";',
    "export class Video extends dsl.BaseSQLModelFeature {",
    "  static override readonly table = true;",
    `  static override readonly spec = new dsl.FeatureSpec({ key: "video", idColumns: ["id"], ${spec?.(text) ?? ""} });`,
    `  static override readonly tableArgs = [${arg?.(text) ?? ""}];`,
    "  id!: string;",
    `  ${member?.(text) ?? ""}`,
    "}",
  ].join("\n");
}

describe.each([
  ["NUL", '"a\\0b"'],
  ["half a surrogate pair", '"a\\ud800b"'],
])("%s is refused as", (_what, text) => {
  it.each(Object.entries(places))("%s", async (_place, place) => {
    const project = new Map([["src/video.ts", classWith(place, text)]]);
    for (const dialect of DIALECT_NAMES) {
      const { exitCode, stderr, written } = await runInMemory(["src", "--dialect", dialect], project);
      expect({ dialect, exitCode, written: written.size, stderr }).toMatchObject({ exitCode: 1, written: 0 });
      expect(stderr).toMatch(/error\[MXC260[12]\]/);
    }
  });
});

it.each([
  ["a naming convention", 'naming_convention = { pk = "p\\u0000_%(table_name)s" }', "MXC2601"],
  ["a cluster", 'clickhouse = { cluster = "a\\u0000b" }', "MXC3055"],
])("a NUL is refused in %s", async (_where, line, code) => {
  const config = `[ext.sqlmodel]\nenable = true\n[ext.compile]\nsources = ["src"]\n${line}\n`;
  const project = new Map([
    ["src/video.ts", classWith({}, "")],
    ["metaxy.toml", config],
  ]);
  const { exitCode, stderr, written } = await runInMemory(["--dialect", "clickhouse"], project);
  expect({ exitCode, written: written.size }).toEqual({ exitCode: 1, written: 0 });
  expect(stderr).toContain(code);
});
