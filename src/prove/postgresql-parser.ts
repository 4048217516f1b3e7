// PostgreSQL's own grammar over printed statements: texts in, one verdict per text out. Nothing is executed.
//
// pg-query-emscripten 5.1.0 corrupts its heap after some 54 KB of SQL in one instance (wrong errors, endless loops), and a
// single text of 95 KB kills even a fresh one. So instances never leave this file and none reads more than `INSTANCE_BYTES`.

import type { ParseVerdict } from "./engine.ts";

/** SQL one instance reads in all, in bytes of UTF-8. */
const INSTANCE_BYTES = 32 * 1024;

/** The longest single statement that is parsed, alone in its instance; longer ones are left to the engine. */
const STATEMENT_BYTES = 40 * 1024;

/**
 * Parses each text as exactly one PostgreSQL statement.
 *
 * @example await parsePostgresql(["SELECT 1", "SELEC 1"]) // [{ kind: "statement" }, { kind: "error", message: "…" }]
 */
export async function parsePostgresql(texts: readonly string[]): Promise<readonly ParseVerdict[]> {
  const verdicts: ParseVerdict[] = [];
  for (const batch of splitIntoBatches(texts)) verdicts.push(...(await parseBatch(batch)));
  return verdicts;
}

/** Runs of neighbours that one instance may read; a text over `INSTANCE_BYTES` is a batch of its own. */
function splitIntoBatches(texts: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const size = Buffer.byteLength(text);
    if (bytes + size > INSTANCE_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(text);
    bytes += size;
  }
  return batches;
}

async function parseBatch(texts: readonly string[]): Promise<readonly ParseVerdict[]> {
  const { default: Module } = await import("pg-query-emscripten");
  const parser = await new Module();
  return texts.map((text): ParseVerdict => {
    if (Buffer.byteLength(text) > STATEMENT_BYTES)
      return { kind: "unchecked", reason: `it is longer than ${STATEMENT_BYTES} bytes` };
    const { error, parse_tree } = parser.parse(text);
    if (error !== null) return { kind: "error", message: error.message };
    const count = parse_tree?.stmts?.length ?? 0;
    return count === 1
      ? { kind: "statement" }
      : { kind: "error", message: `${count} statements where one was expected` };
  });
}
