import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DSL_EXPORTS } from "../../src/link/modules/dsl.ts";
import { readModule } from "../../src/read/module.ts";

it("knows exactly the names that the authoring library exports", () => {
  const path = new URL("../../src/dsl/index.ts", import.meta.url);
  const exported = readModule(readFileSync(path, "utf8"), "index.ts").exports.map((binding) => binding.exported);
  expect([...DSL_EXPORTS].sort()).toEqual([...exported].sort());
});
