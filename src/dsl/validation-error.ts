// The one exception of the authoring library, and how it names the place of a mistake inside nested options.

/**
 * Thrown by every constructor and factory for a value it cannot take. `path` leads to the value, outermost first.
 *
 * @example
 * new FeatureSpec({ key: "video", idColumns: ["id"], fields: [{ codeVersion: 1 }] });
 * // ValidationError: FeatureSpec.fields[0]: FieldSpec.codeVersion: expected a string, found the number 1
 */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  readonly path: readonly string[];
  readonly reason: string;

  constructor(path: readonly string[], reason: string) {
    super([...path, reason].join(": "));
    this.path = path;
    this.reason = reason;
  }
}

/** Throws a {@link ValidationError} about the value at `where`. */
export function refuse(where: string, reason: string): never {
  throw new ValidationError([where], reason);
}

/** Runs `make`; what it refuses is reported as being at `where`. */
export function at<T>(where: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof ValidationError) throw new ValidationError([where, ...error.path], error.reason);
    throw error;
  }
}

/** A value in a few words, for "expected …, found …". */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "function") return value.name === "" ? "a function" : `'${value.name}'`;
  if (typeof value === "object") return describeObject(value);
  return `the ${typeof value} ${typeof value === "string" ? `'${value}'` : String(value)}`;
}

function describeObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return "an object";
  return `an instance of ${value.constructor.name}`;
}
