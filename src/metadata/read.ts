// The text of a metadata.json in, the document out, with nothing left out. It may have been written by another version of
// the program, or by hand.

import { type ParseError, parseTree } from "jsonc-parser";
import { findLineStarts, positionAt } from "../model/span.ts";
import { isSystemColumn, SYSTEM_COLUMNS } from "../model/system-columns.ts";
import { type Metadata, metadataSchema } from "./schema.ts";
import { isRecord, upgradeVersion1 } from "./version-1.ts";

/** A document, or what is wrong with the text. */
export type ReadDocument = { readonly document: Metadata } | { readonly problem: string };

/**
 * Reads a document and holds it against its schema. Columns that stand once for all tables are in each of them afterwards.
 *
 * @example readDocument(readFileSync("out/dev/metadata.json", "utf8"))
 */
export function readDocument(text: string): ReadDocument {
  const json = parse(text);
  if (json === undefined) return { problem: describeSyntaxError(text) };
  if (!isRecord(json)) return { problem: "it is not a JSON object" };
  if (json.generator !== "metaxy-compile") return { problem: "it was not written by metaxy-compile" };
  const { schema_version: version } = json;
  if (version !== 1 && version !== 2)
    return { problem: `its \`schema_version\` is ${JSON.stringify(version)}, and 1 and 2 are what can be read` };
  const result = metadataSchema.safeParse(version === 1 ? upgradeVersion1(json) : json);
  if (result.success) return { document: withSystemColumns(result.data) };
  const [issue] = result.error.issues;
  return { problem: `\`${issue?.path.join(".") ?? ""}\` does not fit its schema` };
}

function withSystemColumns(document: Metadata): Metadata {
  const { system_columns: shared } = document;
  return {
    ...document,
    tables: document.tables.map((table) =>
      table.kind === "feature" ? { ...table, columns: inTableOrder([...shared, ...table.columns]) } : table,
    ),
  };
}

/** System columns come first, in the order in which Metaxy has them; a table's own stand for those that all share. */
function inTableOrder<Column extends { readonly name: string }>(columns: readonly Column[]): Column[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const system = SYSTEM_COLUMNS.flatMap((name) => byName.get(name) ?? []);
  return [...system, ...columns.filter(({ name }) => !isSystemColumn(name))];
}

/** Undefined when the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The engine's own messages say where in some versions only. */
function describeSyntaxError(text: string): string {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const { line, column } = positionAt(findLineStarts(text), errors[0]?.offset ?? 0);
  return `it is not JSON from line ${line}, column ${column} on`;
}
