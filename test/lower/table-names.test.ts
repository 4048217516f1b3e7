// Laws of the names in one table, whatever the convention: all differ, and what is added at the end renames nothing.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerFeatures } from "../../src/lower/features.ts";
import { foldCase } from "../../src/lower/identifier.ts";
import type { ColumnType } from "../../src/model/column-type.ts";
import type { TableArg } from "../../src/model/feature.ts";
import type { NamingConvention } from "../../src/model/project.ts";
import type { Table } from "../../src/model/table.ts";
import {
  at,
  column,
  feature,
  graphOf,
  lowerOne,
  messagesOf,
  options,
  reportOf,
  somewhere,
  target,
} from "./builders.ts";

const LABELS: ColumnType = { kind: "enum", labels: ["x", "y"] };
const COLUMNS = [column("a", LABELS), column("b"), column("A_b", LABELS), column("c_2", "int64")];
const NATIVE = {
  pk: "pk_%(table_name)s",
  ix: "ix_%(column_0_label)s",
  uq: "uq_%(table_name)s_%(column_0_name)s",
  ck: "ck_%(table_name)s_%(constraint_name)s",
  fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
};
const CONVENTIONS = [
  NATIVE,
  { ix: "%(table_name)s", uq: "%(table_name)s", ck: "%(table_name)s", fk: "%(table_name)s", pk: "%(table_name)s" },
  { ...NATIVE, uq: "ix_%(column_0_label)s", ix: "i_%(constraint_name)s" },
  { ...NATIVE, fk: "f_%(column_0_N_name)s_%(column_1_name)s", ck: "c" },
];

const some = fc.uniqueArray(fc.constantFrom("a", "b", "A_b", "c_2"), { minLength: 1, maxLength: 3 });
const written = (columns: readonly string[]) => columns.map((name) => at(name));

const index = fc.tuple(some, fc.boolean(), fc.boolean()).map(([columns, unique, descending]): TableArg => {
  const parts = columns.map((name) => ({ column: at(name), expression: null, descending }));
  const absent = { name: null, where: null, using: null, include: [] };
  return { kind: "index", columns: parts, unique, ...absent, span: somewhere() };
});
const unique = some.map(
  (columns): TableArg => ({ kind: "unique", name: null, columns: written(columns), span: somewhere() }),
);
const check = fc.tuple(some, fc.constantFrom(null, "own"), fc.nat(3)).map(([columns, name, number]): TableArg => {
  const expression = at(`${columns.join(" || ")} <> '${number}'`);
  return { kind: "check", name: name === null ? null : at(`${name}${number}`), expression, span: somewhere() };
});
const args = fc.array(fc.oneof(index, unique, check), { maxLength: 8 });

/** What it says twice is reported, and has names all the same. */
function lowered(tableArgs: readonly TableArg[], namingConvention: NamingConvention): Table {
  const given = options({ namingConvention, injectPrimaryKey: { forced: true, configured: true } });
  const graph = graphOf(feature("t", { columns: [column("id"), ...COLUMNS], tableArgs }));
  const [table] = lowerFeatures(graph, target({ dialect: "postgresql" }), given).value;
  if (table === undefined) throw new Error("no table");
  return table;
}

const partsOf = (table: Table) => [
  ...(table.primaryKey === null ? [] : [table.primaryKey]),
  ...table.indexes,
  ...table.uniqueConstraints,
  ...table.checkConstraints,
  ...table.foreignKeys,
];

const isMade = (arg: TableArg) => arg.kind === "index" || arg.kind === "unique" || arg.kind === "check";

describe("names in a table", () => {
  it.each(CONVENTIONS)("differ, whatever the convention: %o", (convention) => {
    fc.assert(
      fc.property(args, (tableArgs) => {
        const own = tableArgs.filter((arg) => isMade(arg) && arg.name !== null).map(({ name }) => name?.value);
        // Two names that an author wrote are the author's to tell apart.
        fc.pre(new Set(own).size === own.length);
        const names = partsOf(lowered(tableArgs, convention)).map(({ name }) => foldCase(name ?? ""));
        expect(new Set(names).size).toBe(names.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it.each(CONVENTIONS)("stay when something without a name is added at the end of its kind: %o", (convention) => {
    fc.assert(
      fc.property(args, fc.oneof(index, unique, check), (tableArgs, added) => {
        const isNamed = isMade(added) && added.name !== null;
        fc.pre(!isNamed && !tableArgs.some((arg) => rankOf(arg) > rankOf(added)));
        const before = partsOf(lowered(tableArgs, convention));
        const after = new Map(partsOf(lowered([...tableArgs, added], convention)).map((part) => [part.source, part]));
        for (const part of before) {
          if (part.source !== null && !isDerived(part)) expect(after.get(part.source)?.name).toBe(part.name);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("that types bring along are cut where the dialect has no room, since nobody can choose them", () => {
    const long = "c".repeat(63);
    const table = lowerOne(
      feature("t", { columns: [column("id"), column(long, LABELS), column("d", "json")] }),
      options({ namingConvention: NATIVE }),
      target({ dialect: "postgresql" }),
    );
    expect(table.checkConstraints).toEqual([
      {
        name: `ck_t_${"c".repeat(50)}_47f1`,
        expression: { value: `"${long}" IN ('x', 'y')`, span: null },
        derivedFrom: long,
        source: expect.anything(),
      },
    ]);
  });

  it("tell constraints apart that say the same, and report them", () => {
    const twice = feature("t", {
      columns: [column("id"), column("a", "string", { index: at(true) })],
      tableArgs: [
        {
          kind: "index",
          name: null,
          columns: [{ column: at("a"), expression: null, descending: false }],
          unique: false,
          where: null,
          using: null,
          include: [],
          span: somewhere(),
        },
      ],
    });
    expect(messagesOf(reportOf([twice], options({ namingConvention: NATIVE })))).toEqual([
      "MXC2690 this index says the same as another one of its table",
    ]);
  });
});

/** Kinds in the order in which they take their names. */
function rankOf({ kind }: TableArg): number {
  return ["index", "unique", "check"].indexOf(kind);
}

function isDerived(part: object): boolean {
  return "derivedFrom" in part;
}
