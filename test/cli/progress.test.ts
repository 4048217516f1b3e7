// A terminal is told how far a run is once it takes 200 ms; nobody else is, and nothing of it stays.

import { describe, expect, it } from "vitest";
import { type RunOptions, runInMemory } from "../memory-world.ts";

const FEATURES = Array.from({ length: 40 }, (_, index) => [
  `src/f${index}.ts`,
  `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
export class F${index} extends BaseFeature {
  static override readonly spec = new FeatureSpec({ key: "f${index}", idColumns: ["id"] });
  id!: string;
}
`,
]) as [string, string][];

/** A clock that goes on by so many milliseconds with each look at it. */
function clock(step: number): () => number {
  let now = 0;
  return () => {
    now += step;
    return now;
  };
}

async function stderrOf(options: RunOptions, argv: readonly string[] = ["src"]): Promise<string> {
  const { exitCode, stderr } = await runInMemory(argv, new Map(FEATURES), options);
  expect(exitCode).toBe(0);
  return stderr;
}

const WIPE = "\r\u001b[K";
const SUMMARY = "40 features, 3 of 3 files written in out\n";

describe("progress", () => {
  it("appears after 200 ms and is wiped out before the summary", async () => {
    const lines = (await stderrOf({ terminal: true, now: clock(20) })).split(WIPE);
    expect(lines.shift()).toBe("");
    expect(lines.pop()).toBe(SUMMARY);
    expect(lines.pop()).toBe("compiling 40 files");
    expect(lines[0]).toBe("reading 10 of 40 files");
    expect(lines.every((line) => /^reading \d+ of 40 files$/.test(line))).toBe(true);
    expect(lines.length).toBeGreaterThan(2);
  });

  it.each<[string, RunOptions, readonly string[], string]>([
    ["in a quick run", { terminal: true }, ["src"], SUMMARY],
    ["where nobody watches", { now: clock(20) }, ["src"], ""],
    ["with NO_COLOR", { terminal: true, now: clock(20), env: { NO_COLOR: "1" } }, ["src"], SUMMARY],
    ["in a dumb terminal", { terminal: true, now: clock(20), env: { TERM: "dumb" } }, ["src"], SUMMARY],
    ["with --quiet", { terminal: true, now: clock(20) }, ["src", "--quiet"], ""],
  ])("does not appear %s", async (_, options, argv, expected) => {
    expect(await stderrOf(options, argv)).toBe(expected);
  });
});
