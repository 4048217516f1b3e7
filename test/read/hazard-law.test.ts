// The law behind the hazards: when a constant's value is another one after the program has run, some hazard leads to it.
// Where all it holds is primitives, it is not one of something inside it, unless that is written to.
// Random programs are read and run; they alias, nest, pass and write what they can get hold of.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Hazard } from "../../src/model/summary.ts";
import { readModule } from "../../src/read/module.ts";

const VALUES = { "of objects": "[{ a: [1], b: { a: [2] } }, [3]]", "of primitives": '["a", 1, "b"]' };
const start = (value: string) => `const X = ${value}; const id = (value) => value;`;

/** Expressions over `X` and the constants declared so far. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 3, arbitrary: fc.constantFrom("X", "X", "C0", "C1", "K0.s", "N0.M", "D0") },
    {
      weight: 4,
      arbitrary: fc
        .tuple(tie("expression"), fc.constantFrom("?.[0]", "?.a", "?.b", '?.["a"]', "?.[i]"))
        .map((parts) => parts.join("")),
    },
    fc
      .tuple(tie("expression"), tie("expression"))
      .chain(([a, b]) =>
        fc.constantFrom(
          `[${a}, ${b}]`,
          `[...[${a}], ...Object(${b})[0] ?? []]`,
          `({ a: ${a}, ...${b} })`,
          `(i ? ${a} : ${b})`,
          `(${a} ?? ${b})`,
          `(${a} && ${b})`,
          `(${a}, ${b})`,
          `id(${a}, ${b})`,
          `id?.call(null, ${a})`,
          `(() => ${a})()`,
          `[${a}].concat(${b})`,
          `(${a})?.slice?.(0)`,
          `Object.values(${a} ?? {})`,
          `new Set([${a}]).values().next().value`,
          `[${a}, ${b}].find((each) => each)`,
          `(function (p = ${a}) { return p })()`,
          `Object.freeze([${a}])`,
        ),
      ),
  ),
}));

const statement = fc
  .tuple(expression, expression)
  .chain(([a, b]) =>
    fc.constantFrom(
      `(${a} ?? {}).z = 1;`,
      `(${a} ?? {})[0] = ${b};`,
      `(${a})?.push?.(1);`,
      `delete (${a} ?? {}).a;`,
      `[(${a} ?? {}).z] = [1];`,
      `({ z: (${a} ?? {}).z } = { z: ${b} });`,
      `{ const l = ${a}; if (l) l.z = 1; }`,
      `{ let l; l = ${a}; if (l) l.z = 1; }`,
      `for (const l of [${a}]) if (l) l.z = 1;`,
      `(function (p) { if (p) p.z = 1; })(${a});`,
      `(function ({ a, ...rest }) { if (a) a.z = 1; })(${a} ?? {});`,
      `{ const { a: l } = ${a} ?? {}; if (l) l.z = 1; }`,
      `[${a}].forEach((l) => { if (l) l.z = 1; });`,
      `try { throw ${a}; } catch (l) { if (l) l.z = 1; }`,
      `(class { static s = ${a}; static { if (this.s) this.s.z = 1; } });`,
      `(class { s = ${a}; constructor() { if (this.s) this.s.z = 1; } }).name;`,
      `{ const X = []; X.push(1); }`,
      `Object.assign(${a} ?? {}, { z: 1 });`,
    ),
  );

/** Most constants are plain, so that some programs are without danger. */
const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("1", "X", "X[0]", "[X]", "C0", "({ ...C1 })", "K0.s", "N0.M[0]") },
  { weight: 1, arbitrary: expression },
);

const declarations = fc.tuple(value, value, value, value, value, fc.constantFrom("", "if (this.s) this.s.y = 1;")).map(
  ([c0, c1, k0, n0, d0, change]) =>
    `const i = 0; const C0 = ${only(c0, ["X"])}; const C1 = ${only(c1, ["X", "C0"])};
     class K0 { static s = ${only(k0, ["X", "C0", "C1"])}; static change() { ${change} } }
     namespace N0 { export const M = ${only(n0, ["X", "C0", "C1", "K0.s"])}; }
     const { a: D0 } = ${only(d0, ["X", "C0", "C1", "K0.s", "N0.M"])} ?? {};`,
);

/** An expression whose names are all declared by now. */
function only(text: string, names: readonly string[]): string {
  return text.replace(/\b(?:C0|C1|K0\.s|N0\.M|D0)\b/g, (name) => (names.includes(name) ? name : "X"));
}

it.each(Object.entries(VALUES))("a constant %s that a program changes has a hazard that says so", (kind, value) => {
  const counts = { changed: 0, unchanged: 0, quiet: 0 };
  const law = (declared: string, statements: readonly string[]) => {
    const program = `${start(value)} ${declared} ${statements.join("\n")}`;
    const changed = changesX(program, value);
    const { hazards, syntaxErrors } = readModule(program, "a.ts");
    expect(syntaxErrors).toEqual([]);
    counts[changed ? "changed" : "unchanged"]++;
    const harmless = (hazard: Hazard) =>
      kind === "of primitives" && hazard.name === "X" && hazard.below && hazard.kind !== "written";
    const left = hazards.filter((hazard) => !harmless(hazard));
    if (changed) expect(isEndangered("X", left)).toBe(true);
    else if (!isEndangered("X", left)) counts.quiet++;
  };
  fc.assert(fc.property(declarations, fc.array(statement, { maxLength: 2 }), law), { seed: 1, numRuns: 1500 });
  // The law means something only if programs of all sorts came up.
  expect(Math.min(counts.changed, counts.unchanged, counts.quiet)).toBeGreaterThan(100);
});

/** Runs a program. One that throws has done what it had done by then. */
function changesX(program: string, value: string): boolean {
  const script = program.replace(/namespace N0 \{ export const M = (.*); \}/, "const N0 = { M: $1 };");
  const states: unknown[] = [];
  const keep = (value: unknown) => void states.push(states.length === 0 ? structuredClone(value) : value);
  const body = script.replace(start(value), `${start(value)} keep(X); keep(X); `);
  try {
    new Function("keep", body)(keep);
  } catch {
    // Reading a member of what is not there: as good a program as any.
  }
  return !isDeepStrictEqual(states[0], states[1]);
}

/** Whether a hazard leads to a name, itself or through what shares its value. */
function isEndangered(name: string, hazards: readonly Hazard[], seen = new Set<string>()): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const own = hazards.filter((hazard) => isPartOf([hazard.name, ...hazard.path].join("."), name));
  return own.some(({ kind, into }) => kind !== "shared" || into === null || isEndangered(into, hazards, seen));
}

/** Whether a use of a dotted name is one of a constant, of something in it, or of something around it. */
function isPartOf(use: string, name: string): boolean {
  return `${use}.`.startsWith(`${name}.`) || `${name}.`.startsWith(`${use}.`);
}
