// The text of a metadata.json in, the document out. It may have been written by another version of the program, or by hand.

import { type ParseError, parseTree } from "jsonc-parser";
import { type Metadata, metadataSchema } from "../emit/metadata-schema.ts";
import { findLineStarts, positionAt } from "../model/span.ts";

/** A document, or what is wrong with the text. */
export type ReadDocument = { readonly document: Metadata } | { readonly problem: string };

/** Reads a document and holds it against its schema. */
export function readDocument(text: string): ReadDocument {
  const json = parse(text);
  if (json === undefined) return { problem: describeSyntaxError(text) };
  if (typeof json !== "object" || json === null) return { problem: "it is not a JSON object" };
  const { generator, schema_version: version } = json as { generator?: unknown; schema_version?: unknown };
  if (generator !== "metaxy-compile") return { problem: "it was not written by metaxy-compile" };
  if (version !== 1)
    return { problem: `its \`schema_version\` is ${JSON.stringify(version)}, and 1 is what can be read` };
  const result = metadataSchema.safeParse(json);
  if (result.success) return { document: result.data };
  const [issue] = result.error.issues;
  return { problem: `\`${issue?.path.join(".") ?? ""}\` does not fit its schema` };
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
