// Every case under test/golden/ compiles to exactly what it expects: the same files and the same bytes, whatever the
// order of the directory listing and the line ends. `vitest -u` or UPDATE_GOLDEN=1 writes what was found instead.

import { describe, expect, it } from "vitest";
import { compileCase, readGoldenCases, type Texts, writeExpected } from "./golden-cases.ts";

const plain = { reversed: false, lineEnd: "\n" } as const;

describe.each(readGoldenCases().map((golden) => [golden.name, golden] as const))("%s", (_name, golden) => {
  it("compiles to what is expected", async () => {
    const found = await compileCase(golden, plain);
    if (isUpdating()) writeExpected(golden, found);
    else expect(toObject(found)).toEqual(toObject(golden.expected));
  });

  it("does not depend on the order of files or on line ends", async () => {
    const found = await compileCase(golden, { reversed: true, lineEnd: "\r\n" });
    expect(toObject(found)).toEqual(toObject(await compileCase(golden, plain)));
  });
});

/** Whether expectations are to be rewritten. */
function isUpdating(): boolean {
  const { snapshotState } = expect.getState() as unknown as {
    readonly snapshotState?: { readonly _updateSnapshot?: string };
  };
  return process.env.UPDATE_GOLDEN === "1" || snapshotState?._updateSnapshot === "all";
}

/** Sorted by path, for readable differences. */
function toObject(texts: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
