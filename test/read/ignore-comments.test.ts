import { describe, expect, it } from "vitest";
import { readModule } from "../../src/read/module.ts";
import { textAt } from "./reading.ts";

const ignoresIn = (source: string) =>
  readModule(source, "a.ts").ignores.map(({ codes, reason, line, range }) => ({
    codes,
    reason,
    line,
    marked: textAt(source, range),
  }));

describe("an ignore comment", () => {
  it("has its codes, its reason and its line", () => {
    const comment = "// metaxy-ignore MXC2031, MXC2032: known, see: notes";
    expect(ignoresIn(`const a = 1;\r\n  ${comment}  \r\nconst b = 2;`)).toEqual([
      { codes: ["MXC2031", "MXC2032"], reason: "known, see: notes", line: 2, marked: comment },
    ]);
  });

  it.each<[source: string, codes: readonly string[], reason: string]>([
    ["//metaxy-ignore MXC2031", ["MXC2031"], ""],
    ["const a = 1; // metaxy-ignore MXC2031 MXC2032", ["MXC2031", "MXC2032"], ""],
    ["// metaxy-ignore: all of it", [], "all of it"],
    ["// metaxy-ignore", [], ""],
    ["// metaxy-ignore mxc1", ["mxc1"], ""],
  ])("may be %j", (source, codes, reason) => {
    expect(ignoresIn(source)).toMatchObject([{ codes, reason }]);
  });

  it.each(["/* metaxy-ignore MXC2031 */", "// metaxy-ignored MXC2031", "// not a metaxy-ignore MXC2031"])(
    "is not %j",
    (source) => expect(ignoresIn(source)).toEqual([]),
  );
});
