// The shape of a catalogue entry.

export type Severity = "error" | "warning";

/** The wording of one code. All three texts are functions of the same arguments. */
export interface Message<A> {
  readonly severity: Severity;
  /** What is wrong, in one sentence: lower case, no full stop, what was found and what was expected. */
  readonly message: (args: A) => string;
  /** A few words under the marked place; null repeats nothing. */
  readonly label: ((args: A) => string) | null;
  /** What to type instead. */
  readonly help: ((args: A) => string) | null;
}

type Texts<A> = {
  readonly message: (args: A) => string;
  readonly label?: (args: A) => string;
  readonly help?: (args: A) => string;
};

/** An error: nothing is written. */
export function error<A>(texts: Texts<A>): Message<A> {
  return { severity: "error", message: texts.message, label: texts.label ?? null, help: texts.help ?? null };
}

/** A warning: can be silenced with `// metaxy-ignore`, fails the run with `--strict`. */
export function warning<A>(texts: Texts<A>): Message<A> {
  return { severity: "warning", message: texts.message, label: texts.label ?? null, help: texts.help ?? null };
}
