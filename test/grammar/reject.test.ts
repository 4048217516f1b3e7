// Each file of grammar/reject gets the code that its first line says, and no other.

import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import { diagnosticsOf } from "./compiling.ts";
import { codeOf, isShared, readSamples } from "./subset.ts";

const all = readSamples("reject");
const project = new Map(all.map(({ path, text }) => [path, text]));
const samples = all.filter((sample) => !isShared(sample)).map(({ path, text }) => ({ path, code: codeOf(text) }));

it.each(samples)("grammar/$path gets $code", async ({ path, code }) => {
  const codes = (await diagnosticsOf(project, [path])).map((diagnostic) => diagnostic.code);
  expect(codes).toEqual([code]);
});

describe("grammar/reject", () => {
  it("shows every reason for which a file is outside the subset", () => {
    const shown = new Set(samples.map(({ code }) => code));
    expect(Object.keys(catalogue).filter((code) => code.startsWith("MXC1") && !shown.has(code))).toEqual([]);
  });
});
