// Printed SQL against a real engine: every statement is parsed and run, the catalog read back and compared with the model.
// Whatever the proof made is gone afterwards.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Statement } from "../model/output.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog } from "./catalog.ts";
import { type Comparison, compareCatalog } from "./compare-catalog.ts";
import { compareClauses } from "./compare-clauses.ts";
import { compareDefaults } from "./compare-defaults.ts";
import type { Engine, ParseVerdict } from "./engine.ts";
import { type ProvableTable, printTwin } from "./expectation.ts";
import { findOutsideTables, type OutsideTable } from "./outside-tables.ts";

/** What to prove, and on what. */
export interface ProveInput {
  readonly dialect: Dialect;
  /** In the order of the script. */
  readonly tables: readonly ProvableTable[];
  /** Stays open. */
  readonly engine: Engine;
}

/** What was proved. */
export interface ProofReport {
  /** With its version. */
  readonly engine: string;
  /** Tables that were made and compared. */
  readonly tables: number;
  /** Statements that ran. */
  readonly statements: number;
  /** What the proof could not look at, as sentences for people. */
  readonly notes: readonly string[];
}

/**
 * Runs SQL on an engine and compares what it made with the model.
 *
 * @example await prove({ dialect: dialects.duckdb, tables, engine }) // { value: { engine: "DuckDB 1.5.6", … }, diagnostics: [] }
 */
export async function prove(input: ProveInput): Promise<Checked<ProofReport>> {
  const { engine, tables, dialect } = input;
  const statements = tables.flatMap((table) => table.statements);
  const outside = findOutsideTables(tables, dialect);
  const nothing = { engine: engine.name, tables: 0, statements: 0, notes: [] };
  const verdicts = await engine.parse(statements.map(({ sql }) => sql));
  const mistakes = statements.flatMap(({ name, source }, place): readonly Diagnostic[] => {
    const verdict = verdicts[place];
    if (verdict?.kind !== "error") return [];
    return [diagnose("MXC3903", { name, dialect: dialect.title, reason: verdict.message }, source)];
  });
  if (mistakes.length > 0) return { value: nothing, diagnostics: mistakes };

  try {
    const schemas = schemasOf([...tables.map(({ expressed }) => expressed), ...outside]);
    const twins = [null, ...schemas].map((schema) => twinOf(schema, engine));
    const begun = await engine.begin([...schemas, ...twins]);
    if (!begun.ok) {
      const refusal = diagnose("MXC3905", { engine: engine.name, reason: begun.error }, null);
      return { value: nothing, diagnostics: [refusal] };
    }
    const unrunnable = new Set(statements.filter((_, place) => verdicts[place]?.kind === "unrunnable"));
    // One that is refused shows in the statements that refer to it.
    for (const { sql } of outside) await engine.execute(sql);
    const run = await runStatements(statements, unrunnable, engine);
    const differences = await compareWithModel(input, schemas, run.without, outside);
    const notes = [...outside.map(noteOutside), ...noteUnparsed(statements, verdicts), ...noteForgotten(engine)];
    return {
      value: { engine: engine.name, tables: tables.length - run.without.size, statements: run.count, notes },
      diagnostics: [...run.diagnostics, ...differences],
    };
  } finally {
    await engine.end();
  }
}

function noteOutside({ schema, name, keys }: OutsideTable): string {
  const table = schema === null ? name : `${schema}.${name}`;
  const columns = keys.map((key) => `(${key.join(", ")})`).join(" and ");
  return `table '${table}' with unique ${columns} has to be there before the script runs; the proof made one`;
}

function noteUnparsed(statements: readonly Statement[], verdicts: readonly ParseVerdict[]): readonly string[] {
  return statements.flatMap(({ kind, name }, place) => {
    const verdict = verdicts[place];
    if (verdict?.kind === "unchecked") {
      return [`the statement for '${name}' was not parsed beforehand: ${verdict.reason}`];
    }
    if (verdict?.kind !== "unrunnable") return [];
    const what = kind === "alter-table" ? `ALTER TABLE of '${name}'` : `the statement for '${name}'`;
    return [`${what} was only parsed: ${verdict.reason}`];
  });
}

function noteForgotten({ name, forgets }: Engine): readonly string[] {
  return forgets.length === 0 ? [] : [`the comparison leaves out what ${name} does not keep: ${forgets.join(", ")}`];
}

/**
 * Runs the script. After a refusal the other statements of that table would only repeat it, so they are left out.
 *
 * @param unrunnable statements that cannot run here; without its CREATE TABLE a table is not made
 * @returns also the tables that were not made
 */
async function runStatements(statements: readonly Statement[], unrunnable: ReadonlySet<Statement>, engine: Engine) {
  const runnable = statements.filter((statement) => !unrunnable.has(statement));
  const without = new Set([...unrunnable].flatMap(({ kind, table }) => (kind === "alter-table" ? [] : [table])));
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  for (const { table, name, sql, source } of runnable) {
    if (without.has(table)) continue;
    const answer = await engine.execute(sql);
    if (answer.ok) {
      count++;
      const remarks = answer.value.map((remark) => ({ name, engine: engine.name, remark }));
      diagnostics.push(...remarks.map((words) => diagnose("MXC3914", words, source)));
    } else {
      without.add(table);
      diagnostics.push(diagnose("MXC3904", { name, engine: engine.name, reason: answer.error }, source));
    }
  }
  return { count, without, diagnostics };
}

async function compareWithModel(
  input: ProveInput,
  schemas: readonly string[],
  without: ReadonlySet<string>,
  outside: readonly OutsideTable[],
): Promise<readonly Diagnostic[]> {
  const { engine, dialect } = input;
  const context = { engine: engine.name, dialect };
  const catalog = await engine.readCatalog(schemas);
  const made = input.tables.filter(({ expressed }) => !without.has(expressed.name));
  const { comparisons, mistakes } = await makeTwins(made, input);
  const reported = new Set([...without, ...mistakes.map(({ args }) => args.name)]);
  const isOutside = (table: { readonly schema: string | null; readonly name: string }) =>
    outside.some(({ schema, name }) => schema === table.schema && name === table.name);
  const rest: Catalog = { tables: catalog.tables.filter((table) => !reported.has(table.name) && !isOutside(table)) };
  const differences = [...mistakes, ...compareCatalog(comparisons, rest, context)];
  for (const { provable, twin } of comparisons) {
    const { schema, name } = provable.expressed;
    const found = rest.tables.find((table) => table.schema === schema && table.name === name);
    if (found === undefined) continue;
    const clauses = { ...twin.clauses, ...(await engine.readClauses(provable.clauses)) };
    differences.push(
      ...compareClauses(provable.expressed, clauses, found, context),
      ...(await compareDefaults(provable, found, engine, dialect)),
    );
  }
  return differences;
}

/** Makes each table's twin and reads it back. */
async function makeTwins(tables: readonly ProvableTable[], { engine, dialect }: ProveInput) {
  const mistakes: Diagnostic[] = [];
  for (const [place, provable] of tables.entries()) {
    const { schema, name, source } = provable.expressed;
    for (const sql of printTwin(provable, place, twinOf(schema, engine), dialect)) {
      const answer = await engine.execute(sql);
      if (answer.ok) continue;
      mistakes.push(diagnose("MXC3913", { name, engine: engine.name, reason: answer.error }, source));
      break;
    }
  }
  const schemas = tables.map(({ expressed }) => twinOf(expressed.schema, engine));
  const twins = await engine.readCatalog([...new Set(schemas)]);
  const comparisons = tables.flatMap((provable): readonly Comparison[] => {
    const { schema, name } = provable.expressed;
    const twin = twins.tables.find((table) => table.schema === twinOf(schema, engine) && table.name === name);
    return twin === undefined || mistakes.some(({ args }) => args.name === name) ? [] : [{ provable, twin }];
  });
  return { comparisons, mistakes };
}

/** The schemas that tables name, sorted. */
function schemasOf(tables: readonly { readonly schema: string | null }[]): readonly string[] {
  const schemas = tables.flatMap(({ schema }) => schema ?? []);
  return [...new Set(schemas)].sort(compareText);
}

/** The schema for twins of the tables of a schema. */
function twinOf(schema: string | null, { scratch }: Engine): string {
  return schema === null ? scratch : `${scratch}_${schema}`;
}
