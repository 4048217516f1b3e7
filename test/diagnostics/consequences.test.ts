import { describe, expect, it } from "vitest";
import { withoutConsequences, withoutRepeats } from "../../src/diagnostics/consequences.ts";
import { diagnose } from "../../src/diagnostics/diagnostic.ts";
import type { FeatureDecl } from "../../src/model/feature.ts";
import type { Span } from "../../src/model/span.ts";
import { at, column, feature, somewhere } from "../lower/builders.ts";

const autoincrement = at(true);
const id = column("id", "int64", { autoincrement });
const other = column("other", "int64");
const declarations: readonly FeatureDecl[] = [feature("video", { columns: [id, other] }).decl].filter(
  (decl) => decl !== null,
);

const generated = (span: Span) => diagnose("MXC2027", { column: "id", option: "autoincrement" }, span);
const near = (span: Span) => diagnose("MXC2031", { column: "id" }, span);
const unnumbered = (span: Span | null) =>
  diagnose("MXC3012", { dialect: "DuckDB", column: "id", alternative: "" }, span);

describe("what follows from a mistake", () => {
  it("is left out where it is about the same column", () => {
    expect(withoutConsequences([unnumbered(id.span)], [generated(autoincrement.span)], declarations)).toEqual([]);
  });

  it.each([
    ["about another column", unnumbered(other.span), generated(autoincrement.span)],
    ["about something else", unnumbered(somewhere()), generated(autoincrement.span)],
    ["without a place", unnumbered(null), generated(autoincrement.span)],
    ["after a warning", unnumbered(id.span), near(id.span)],
    ["after a mistake outside of the columns", unnumbered(id.span), generated(somewhere())],
  ])("is kept %s", (_, later, earlier) => {
    expect(withoutConsequences([later], [earlier], declarations)).toEqual([later]);
  });
});

describe("the same mistake", () => {
  it("is reported once, with its first explanation", () => {
    const span = somewhere();
    const explained = { ...near(span), related: [{ message: "here", span }] };
    expect(withoutRepeats([explained, near(span), near(somewhere()), unnumbered(span)])).toEqual([
      explained,
      expect.objectContaining({ code: "MXC2031" }),
      unnumbered(span),
    ]);
  });
});
