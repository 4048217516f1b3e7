// Programs written from the grammar at random are sentences of it, compile, and mean the same to the compiler as they do
// when they are run. `npm run fuzz` tries more of them for as long as it is told to.

import { expect, it } from "vitest";
import { fuzzTimeout, seeds } from "../fuzz/amount.ts";
import { diagnosticsOf } from "./compiling.ts";
import { tryProgram } from "./differential.ts";
import { isToken } from "./ebnf.ts";
import { minimize, randomChoices, replayedChoices } from "./generate/choices.ts";
import { generateProgram } from "./generate/program.ts";
import { createRecognizer } from "./recognize.ts";
import { START, subset } from "./subset.ts";
import { tokensOf, withLibraryNames } from "./tokens.ts";

const PROGRAMS = seeds(process.env.CI === undefined ? 250 : 2000);

it(
  `${PROGRAMS.length} random programs mean the same when they are run`,
  () => {
    for (const seed of PROGRAMS) expect(complaintsOf(seed), `seed ${seed}`).toEqual([]);
  },
  fuzzTimeout(600_000),
);

it("random programs are sentences that use every production, and compile all the way", async () => {
  const recognize = createRecognizer(subset, START);
  const used = new Set<string>();
  for (let seed = 1; seed <= 80; seed++) {
    const { files } = generateProgram(subset, randomChoices(seed));
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith(".ts")) continue;
      const found = recognize(withLibraryNames(tokensOf(text)));
      expect(found.kind, `seed ${seed}, ${path}`).toBe("sentence");
      if (found.kind === "sentence") for (const name of found.productions) used.add(name);
    }
    const codes = (await diagnosticsOf(new Map(Object.entries(files)))).map(({ code }) => code);
    expect(
      codes.filter((code) => /^MXC[19]/.test(code)),
      `seed ${seed}`,
    ).toEqual([]);
  }
  expect([...subset.keys()].filter((name) => !used.has(name) && !isToken(name))).toEqual([]);
}, 120_000);

/** What is wrong with a program, shown on a smaller one. */
function complaintsOf(seed: number): readonly string[] {
  const choices = randomChoices(seed);
  const { complaints } = tryProgram(choices);
  if (complaints.length === 0) return [];
  const fails = (list: readonly number[]) => {
    try {
      return tryProgram(replayedChoices(list)).complaints.length > 0;
    } catch {
      return false;
    }
  };
  const small = tryProgram(replayedChoices(minimize(choices.taken, fails)));
  return [...small.complaints, ...Object.entries(small.program.files).map(([path, text]) => `${path}\n${text}`)];
}

it("what fails is made smaller", () => {
  const list = Array.from({ length: 200 }, (_, index) => (index * 37) % 100);
  expect(minimize(list, (some) => some.includes(50) && some.includes(99))).toEqual([99, 50]);
});

it("what is made smaller nests no deeper, so that it fails for the reason that it had", () => {
  const deepest = { whole: 0, replayed: 0 };
  for (let seed = 1; seed <= 100; seed++) {
    const choices = randomChoices(seed);
    deepest.whole = Math.max(deepest.whole, depthOf(generateProgram(subset, choices).files));
    for (const length of [5, 10, 14, 18, 50, 500]) {
      const replayed = generateProgram(subset, replayedChoices(choices.taken.slice(0, length)));
      deepest.replayed = Math.max(deepest.replayed, depthOf(replayed.files));
    }
  }
  expect(deepest.replayed).toBeGreaterThan(1);
  expect(deepest.replayed).toBeLessThanOrEqual(deepest.whole);
});

/** How many brackets are in one another. */
function depthOf(files: Readonly<Record<string, string>>): number {
  let [depth, deepest] = [0, 0];
  for (const character of Object.values(files).join("\n")) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
