// The change that Metaxy's documentation explains versions with: another code version of one field. What `impact` says of it
// holds the versions that Python Metaxy computes before and after.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runInMemory } from "../memory-world.ts";

const source = readFileSync(new URL("../python-golden/example-overview/features.ts", import.meta.url), "utf8");

it("says which features of the overview example get another version, and leaves the rest out", async () => {
  const before = new Map([["src/features.ts", source]]);
  const { written } = await runInMemory(["src"], before);
  const after = new Map([
    ...written,
    ["src/features.ts", source.replace('key: "audio", codeVersion: "1" })', 'key: "audio", codeVersion: "2" })')],
  ]);
  const { stdout } = await runInMemory(["impact", "src", "--against", "out"], after);
  expect(stdout).toBe(`dev: project version 2f02765d → 904994fe

features
  ~ example/crop  34d75856 → fe237dc9
      field audio  4c726c4b → e2b6ce39: follows example/video.audio
  ~ example/stt  d953dea4 → e57e7555
      field transcription  3ec3826d → 9f7ea40c: follows example/video.audio
  ~ example/video  c2ac395f → 2faffb98
      field audio  22742381 → 09c8398b: code version "1" → "2"
      spec: fields[audio].code_version
      reaches 2 features downstream, one level deep: example/crop, example/stt
`);
});
