// What becomes of the value of an expression, handed down while walking: `f({ a: X })` hands "passed to f" to X.

import type { Hazard } from "../../model/summary.ts";

export interface Use {
  readonly kind:
    | Hazard["kind"]
    /** Looked at and forgotten: no hazard. */
    | "read"
    /** The initial value of an instance property: as good as aliased, unless a call in between is excused. */
    | "instance"
    /** The value is a function, and what it returns becomes part of `into`. */
    | "result";
  readonly into: string | null;
  readonly callee: readonly string[] | null;
  /** What becomes of a call's result, for "passed". */
  readonly outer: Use | null;
  /** True when only the elements of the value go there, as with a spread. */
  readonly deep: boolean;
  /** How many calls enclose the value. */
  readonly calls: number;
}

/** Enclosing calls beyond these are taken for one unknown call, which keeps walking linear. */
const MAX_CALLS = 16;

function use(kind: Use["kind"], into: string | null = null, callee: readonly string[] | null = null): Use {
  return { kind, into, callee, outer: null, deep: false, calls: 0 };
}

export const READ = use("read");
export const WRITTEN = use("written");
export const ALIASED = use("aliased");
/** Passed where nobody can say what happens to it, e.g. a JSX attribute. */
export const UNKNOWN_CALL = use("passed");

/** Part of the value of a constant or class. */
export function shared(into: string): Use {
  return use("shared", into);
}

/** The initial value of an instance property of a class. */
export function instance(into: string): Use {
  return use("instance", into);
}

/** A function whose result becomes part of `into`: a mixin. */
export function result(into: string): Use {
  return use("result", into);
}

/** The receiver of a method that may change it. */
export function receiver(callee: readonly string[] | null): Use {
  return use("method", null, callee);
}

/** An argument of a call whose result is used as `outer`. */
export function passed(callee: readonly string[] | null, outer: Use): Use {
  const calls = outer.calls + 1;
  if (calls > MAX_CALLS) return UNKNOWN_CALL;
  const ends = outer.kind === "read" || outer.kind === "shared" || outer.kind === "instance" || outer.kind === "result";
  return { kind: "passed", into: outer.into, callee, outer: ends ? null : shallow(outer), deep: false, calls };
}

/** The elements of the value, rather than the value, are used so. */
export function deep(whole: Use): Use {
  return whole.deep || whole.kind === "read" ? whole : { ...whole, deep: true };
}

/** The value itself is used so; undoes {@link deep} for the items of a literal. */
export function shallow(elements: Use): Use {
  return elements.deep ? { ...elements, deep: false } : elements;
}
