// What a proof needs from a database engine. One file per engine implements it.

import type { Catalog, Clauses } from "./catalog.ts";
import type { PrintedClauses } from "./expectation.ts";

/** An engine that runs SQL and says what came of it. What it refuses is a value; what it throws is a bug or a lost connection. */
export interface Engine {
  /** With its version, for people: `DuckDB 1.5.6`. */
  readonly name: string;

  /** What it silently does not keep and nobody can therefore compare; noun phrases for people. */
  readonly forgets: readonly string[];

  /** The schema for twins of tables without one, and the beginning of others'; nobody else has such a name. */
  readonly scratch: string;

  /** Judges texts by the dialect's grammar, each as one statement, without running them. */
  parse(statements: readonly string[]): Promise<readonly ParseVerdict[]>;

  /** What stands around a table's columns as the catalog would say it, without running it. */
  readClauses(printed: PrintedClauses): Promise<Clauses>;

  /** Opens an empty place to work in, with these schemas besides the nameless one, and forgets what was there before. */
  begin(schemas: readonly string[]): Promise<Answer<void>>;

  /** Runs one statement, and hands back what the engine said against it. A refused one leaves the place as it was. */
  execute(sql: string): Promise<Answer<readonly string[]>>;

  /**
   * The value of an expression as JSON text; null for SQL's NULL.
   *
   * @param type the type of a column that holds the value; without it, the expression's own
   */
  evaluate(expression: string, type?: string): Promise<Answer<string | null>>;

  /** Everything in the nameless schema and in those given. */
  readCatalog(schemas: readonly string[]): Promise<Catalog>;

  /** Throws away everything since `begin`. */
  end(): Promise<void>;

  close(): Promise<void>;
}

/** What a grammar says about one text. */
export type ParseVerdict =
  | { readonly kind: "statement" }
  /** Not one statement: a syntax error, nothing, or several. */
  | { readonly kind: "error"; readonly message: string }
  /** Left to the engine; `reason` is a clause for people. */
  | { readonly kind: "unchecked"; readonly reason: string }
  /** A statement that cannot run here; `reason` is a clause for people. */
  | { readonly kind: "unrunnable"; readonly reason: string };

/** A result, or the first line of what the engine said instead. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** Runs something of an engine's client and turns what it throws into an answer. */
export async function ask<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // Engines append excerpts and hints on further lines.
    return { ok: false, error: message.trim().split(/\r?\n/, 1)[0] ?? "" };
  }
}
