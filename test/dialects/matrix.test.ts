// The page that shows the dialects side by side says what the records say.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderDialectMatrix } from "../../scripts/dialect-matrix.ts";

it("grammar/dialects.md is what the records say: run npm run generate", () => {
  expect(readFileSync(new URL("../../grammar/dialects.md", import.meta.url), "utf8")).toBe(renderDialectMatrix());
});
