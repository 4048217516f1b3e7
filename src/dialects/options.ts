// Options that a dialect takes beyond the common ones, from `tableArgs` and from the configuration: their shape as data.

/** What an option's value may be. */
export type OptionType =
  | "string"
  | "boolean"
  | "integer"
  /** SQL written by the user. */
  | "sql"
  | "columns"
  /** A list of SQL expressions. */
  | "expressions"
  /** Names and plain values, e.g. SETTINGS. */
  | "settings"
  | { readonly oneOf: readonly string[] }
  /** A list of objects. */
  | { readonly items: OptionShape };

/** Option name to type. */
export interface OptionShape {
  readonly [name: string]: OptionType;
}

/** `"a string"`, for diagnostics. */
function describeOption(type: OptionType): string {
  if (typeof type === "string") return DESCRIPTIONS[type];
  if ("oneOf" in type) return type.oneOf.map((word) => `"${word}"`).join(" or ");
  return `a list of objects with ${Object.keys(type.items).join(", ")}`;
}

const DESCRIPTIONS = {
  string: "a string",
  boolean: "true or false",
  integer: "a whole number",
  sql: "SQL in a string",
  columns: "a list of column names",
  expressions: "a list of SQL expressions",
  settings: "an object of strings, numbers and booleans",
} as const;

/** The first thing that is wrong with an option's value, or null. Values are plain JSON data. */
export function findOptionMistake(value: unknown, type: OptionType): string | null {
  if (!isOfType(value, type)) return describeOption(type);
  return typeof value === "string" && value.includes("\0") ? "a text without NUL characters" : null;
}

function isOfType(value: unknown, type: OptionType): boolean {
  if (typeof type !== "string") return "oneOf" in type ? isOneOf(value, type.oneOf) : isItems(value, type.items);
  switch (type) {
    case "string":
    case "sql":
      return typeof value === "string" && value.trim() !== "";
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isSafeInteger(value);
    case "columns":
    case "expressions":
      return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
    case "settings":
      return isRecord(value) && Object.values(value).every(isPlain);
  }
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return typeof value === "string" && words.includes(value);
}

function isItems(value: unknown, shape: OptionShape): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && isShaped(item, shape));
}

function isShaped(item: Readonly<Record<string, unknown>>, shape: OptionShape): boolean {
  return Object.entries(item).every(([name, value]) => {
    const type = Object.hasOwn(shape, name) ? shape[name] : undefined;
    return type !== undefined && isOfType(value, type);
  });
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))
  );
}

/** An object that is neither null nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
