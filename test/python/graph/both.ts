// One thing said in two languages. Generators build pairs, so that the TypeScript and the Python of a graph cannot say
// different things by accident.

/** The same declaration in TypeScript and in Python. */
export interface Both {
  readonly typescript: string;
  readonly python: string;
}

/** A pair whose halves differ. */
export function both(typescript: string, python: string): Both {
  return { typescript, python };
}

/** What both languages spell alike. */
export function same(text: string): Both {
  return { typescript: text, python: text };
}

/** A string literal: JSON's escapes mean the same to both. */
export function text(value: string): Both {
  return same(JSON.stringify(value));
}

/** A list literal. */
export function list(items: readonly Both[]): Both {
  return both(
    `[${items.map(({ typescript }) => typescript).join(", ")}]`,
    `[${items.map(({ python }) => python).join(", ")}]`,
  );
}

/** An object or dict literal. */
export function record(entries: readonly (readonly [key: string, value: Both])[]): Both {
  const print = (half: keyof Both) =>
    entries.map(([key, value]) => `${JSON.stringify(key)}: ${value[half]}`).join(", ");
  return both(`{ ${print("typescript")} }`, `{${print("python")}}`);
}

/**
 * A call with named arguments; those that are null are left out.
 *
 * @example call("new FieldSpec", "FieldSpec", { codeVersion: text("1") })
 */
export function call(typescript: string, python: string, args: Readonly<Record<string, Both | null>>): Both {
  const given = Object.entries(args).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  const options = given.map(({ name, value }) => `${name}: ${value.typescript}`).join(", ");
  const keywords = given.map(({ name, value }) => `${snake(name)}=${value.python}`).join(", ");
  return both(given.length === 0 ? `${typescript}()` : `${typescript}({ ${options} })`, `${python}(${keywords})`);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
