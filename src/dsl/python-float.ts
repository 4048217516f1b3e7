// float(1): JavaScript has one kind of number, Python has two, and hashes are made of the text "1" or "1.0".

import { describe, refuse } from "./validation-error.ts";

/**
 * A whole number that Python holds as a `float`. Made by {@link float}. It behaves as a number in arithmetic and
 * comparisons; a JSON printer that wants `1.0` asks `instanceof PythonFloat`.
 */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      refuse("float", `expected a finite number, found ${describe(value)}`);
    }
    this.value = value;
    Object.freeze(this);
  }

  valueOf(): number {
    return this.value;
  }

  toString(): string {
    return String(this.value);
  }

  toJSON(): number {
    return this.value;
  }
}

/**
 * Marks a number as a Python `float`, where a whole number would be an `int`: `float(1)` is `1.0` there.
 * For metadata and defaults; numbers with a fraction need no mark.
 *
 * @example new FeatureSpec({ key: "video", idColumns: ["id"], metadata: { threshold: float(1) } })
 */
export function float(value: number): PythonFloat & number {
  const marked: unknown = new PythonFloat(value);
  return marked as PythonFloat & number;
}
