// What the compiler hands back: statements while it writes SQL, files in the end.

import type { Span } from "./span.ts";

/** One SQL statement without its terminator. */
export interface Statement {
  readonly kind:
    | "create-extension"
    | "create-table"
    | "alter-table"
    | "foreign-key"
    | "create-index"
    | "comment"
    | "insert";
  /** The table it belongs to. */
  readonly table: string;
  /** The name of the thing it makes; the table's for comments, the feature's key for rows. */
  readonly name: string;
  readonly sql: string;
  readonly source: Span | null;
}

/** A file to write, relative to the output folder, with `/`. UTF-8, LF, ends with a line feed. */
export interface OutputFile {
  readonly path: string;
  /**
   * The text in pieces that no character is split over, the same each time they are walked. They may be made while they
   * are walked: a large document goes to the disk without ever being held as a whole.
   */
  readonly chunks: Iterable<Chunk>;
}

/** A piece of a file; one that is about a single feature says so, and can be replaced when that feature changes. */
export type Chunk = string | UnitText;

/** The part of a file that one feature (in a list of features) or one table (in a list of tables) is responsible for. */
interface UnitText {
  readonly unit: string;
  readonly text: string;
}

/** The text of a piece. */
export function textOfChunk(chunk: Chunk): string {
  return typeof chunk === "string" ? chunk : chunk.text;
}

/** The whole text of a file. */
export function textOf({ chunks }: OutputFile): string {
  return Array.from(chunks, textOfChunk).join("");
}
