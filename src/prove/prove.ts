// Printed SQL against a real engine: every statement is parsed and run, the catalog read back and compared with the model.
// Whatever the proof made is gone afterwards.

import { type Checked, type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Statement } from "../model/output.ts";
import { compareText } from "../model/text-order.ts";
import type { Catalog } from "./catalog.ts";
import { type Comparison, compareCatalog } from "./compare-catalog.ts";
import { compareDefaults } from "./compare-defaults.ts";
import type { Engine, ParseVerdict } from "./engine.ts";
import { type ProvableTable, printTwin } from "./expectation.ts";

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
  const nothing = { engine: engine.name, tables: 0, statements: 0, notes: [] };
  const verdicts = await engine.parse(statements.map(({ sql }) => sql));
  const mistakes = statements.flatMap(({ name, source }, place): readonly Diagnostic[] => {
    const verdict = verdicts[place];
    if (verdict?.kind !== "error") return [];
    return [diagnose("MXC3903", { name, dialect: dialect.title, reason: verdict.message }, source)];
  });
  if (mistakes.length > 0) return { value: nothing, diagnostics: mistakes };

  try {
    const schemas = schemasOf(tables);
    const begun = await engine.begin([...schemas, ...schemas.map(twinOf), twinOf(null)]);
    if (!begun.ok) {
      const refusal = diagnose("MXC3905", { engine: engine.name, reason: begun.error }, null);
      return { value: nothing, diagnostics: [refusal] };
    }
    const { count, failed, refusals } = await runStatements(statements, engine);
    const differences = await compareWithModel(input, schemas, failed);
    const notes = [...noteUnparsed(statements, verdicts), ...noteForgotten(engine)];
    return {
      value: { engine: engine.name, tables: tables.length - failed.size, statements: count, notes },
      diagnostics: [...refusals, ...differences],
    };
  } finally {
    await engine.end();
  }
}

function noteUnparsed(statements: readonly Statement[], verdicts: readonly ParseVerdict[]): readonly string[] {
  return statements.flatMap(({ name }, place) => {
    const verdict = verdicts[place];
    return verdict?.kind === "unchecked"
      ? [`the statement for '${name}' was not parsed beforehand: ${verdict.reason}`]
      : [];
  });
}

function noteForgotten({ name, forgets }: Engine): readonly string[] {
  return forgets.length === 0 ? [] : [`${name} does not keep ${forgets.join(", ")}; they were not compared`];
}

/** Runs the script. After a refusal the other statements of that table would only repeat it, so they are left out. */
async function runStatements(statements: readonly Statement[], engine: Engine) {
  const failed = new Set<string>();
  const refusals: Diagnostic[] = [];
  let count = 0;
  for (const { table, name, sql, source } of statements) {
    if (failed.has(table)) continue;
    const answer = await engine.execute(sql);
    if (answer.ok) {
      count++;
      continue;
    }
    failed.add(table);
    refusals.push(diagnose("MXC3904", { name, engine: engine.name, reason: answer.error }, source));
  }
  return { count, failed, refusals };
}

async function compareWithModel(
  input: ProveInput,
  schemas: readonly string[],
  failed: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> {
  const { engine, dialect } = input;
  const catalog = await engine.readCatalog(schemas);
  const made = input.tables.filter(({ expressed }) => !failed.has(expressed.name));
  const { comparisons, mistakes } = await makeTwins(made, input);
  const reported = new Set([...failed, ...mistakes.map(({ args }) => args.name)]);
  const rest: Catalog = { tables: catalog.tables.filter(({ name }) => !reported.has(name)) };
  const differences = [...mistakes, ...compareCatalog(comparisons, rest, { engine: engine.name, dialect })];
  for (const { provable } of comparisons) {
    const { schema, name } = provable.expressed;
    const found = rest.tables.find((table) => table.schema === schema && table.name === name);
    if (found !== undefined) differences.push(...(await compareDefaults(provable, found, engine, dialect)));
  }
  return differences;
}

/** Makes each table's twin and reads it back. */
async function makeTwins(tables: readonly ProvableTable[], { engine, dialect }: ProveInput) {
  const mistakes: Diagnostic[] = [];
  for (const provable of tables) {
    const { schema, name, source } = provable.expressed;
    for (const sql of printTwin(provable, twinOf(schema), dialect)) {
      const answer = await engine.execute(sql);
      if (answer.ok) continue;
      mistakes.push(diagnose("MXC3913", { name, engine: engine.name, reason: answer.error }, source));
      break;
    }
  }
  const twins = await engine.readCatalog([...new Set(tables.map(({ expressed }) => twinOf(expressed.schema)))]);
  const comparisons = tables.flatMap((provable): readonly Comparison[] => {
    const { schema, name } = provable.expressed;
    const twin = twins.tables.find((table) => table.schema === twinOf(schema) && table.name === name);
    return twin === undefined || mistakes.some(({ args }) => args.name === name) ? [] : [{ provable, twin }];
  });
  return { comparisons, mistakes };
}

/** The schemas that tables name, sorted. */
function schemasOf(tables: readonly ProvableTable[]): readonly string[] {
  const schemas = tables.flatMap(({ expressed }) => (expressed.schema === null ? [] : [expressed.schema]));
  return [...new Set(schemas)].sort(compareText);
}

/** The schema for twins of the tables of a schema. */
function twinOf(schema: string | null): string {
  return schema === null ? "metaxy_twin" : `metaxy_twin_${schema}`;
}
