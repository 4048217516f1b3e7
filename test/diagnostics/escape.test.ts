import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnostics/diagnostic.ts";
import { escapeControls, escapeUnseen, maskControls } from "../../src/diagnostics/escape.ts";
import { findingsOf } from "../../src/diagnostics/finding.ts";
import { renderPretty } from "../../src/diagnostics/render/pretty.ts";
import { renderTsc } from "../../src/diagnostics/render/tsc.ts";

const anyText = fc.string({ unit: "binary" });

describe("text in messages", () => {
  it.each([
    ["a\nb", "a\\nb"],
    ["\t\r\0\u007f", "\\t\\r\\u0000\\u007f"],
    ["\u2028\u202e\ud800", "\\u2028\\u202e\\ud800"],
    ["plain 'text' with \\n, é and 👩‍🚀", "plain 'text' with \\n, é and 👩‍🚀"],
  ])("%j is shown as %s", (text, expected) => {
    expect(escapeControls(text)).toBe(expected);
  });

  it("can be shown with everything that has no width", () => {
    expect(escapeUnseen("a\u200bb\ufe0f\u{e0001}")).toBe("a\\u200bb\\ufe0f\\udb40\\udc01");
  });

  it("stays on its line, whatever it holds", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = { file: "a.ts", start: 0, end: 1 };
        const found = diagnose("MXC2007", { key: text, first: text }, span, [{ message: text, span }]);
        const findings = findingsOf([found], () => "x");
        expect(renderTsc(findings).match(/[\p{Control}\u2028-\u202e]/gu)).toEqual(["\n"]);
        expect(renderPretty(findings, () => "x", picocolors.createColors(false)).split("\n")).toHaveLength(11);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("leaves help that has lines of its own as it is", () => {
    const [finding] = findingsOf(
      [diagnose("MXC2040", { className: "A\nB", others: 0, configFile: "c" }, null)],
      () => "",
    );
    expect(finding?.help).toBe("add to c:\n\n[ext.sqlmodel]\nenable = true");
    expect(finding?.message).toContain("A\\nB is a table");
  });

  it("of the source cannot steer the terminal, and keeps its width", () => {
    expect(maskControls("\ta\u001b[2Jb\u202e")).toBe("\ta\ufffd[2Jb\ufffd");
  });
});
