import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NamingScheme, nameConstraint } from "../../src/lower/constraint-name.ts";
import { checkConvention, expandTemplate, type NamingSubject } from "../../src/lower/naming.ts";
import { shortenName } from "../../src/lower/sqlalchemy-names.ts";
import { messagesOf } from "./builders.ts";

const subject: NamingSubject = {
  table: "video",
  schema: null,
  columns: ["a", "b_c"],
  constraintName: "mine",
  referred: { table: "user", columns: ["x", "y"] },
};

describe("expandTemplate", () => {
  it.each([
    ["%(table_name)s", "video"],
    ["%(referred_table_name)s", "user"],
    ["%(constraint_name)s", "mine"],
    ["%(column_0_name)s.%(column_1_name)s", "a.b_c"],
    ["%(column_0_label)s", "video_a"],
    ["%(column_1_key)s", "b_c"],
    ["%(column_0N_name)s", "ab_c"],
    ["%(column_0_N_name)s", "a_b_c"],
    ["%(column_0N_label)s", "video_avideo_b_c"],
    ["%(column_0_N_label)s", "video_a_video_b_c"],
    ["%(referred_column_1_name)s", "y"],
    ["%(referred_column_0N_name)s", "xy"],
    ["%(referred_column_0_N_name)s", "x_y"],
    ["100%%", "100%"],
    ["<%(column_7_name)s>", "<>"],
  ])("makes of %s %s", (template, name) => {
    expect(expandTemplate(template, subject)).toBe(name);
  });

  it("puts the schema into labels, dots as underscores", () => {
    expect(expandTemplate("%(column_0_label)s", { ...subject, schema: "a.b" })).toBe("a_b_video_a");
  });

  it.each(["%(colum_0_name)s", "%(column_1N_name)s", "%(referred_column_0_key)s", "%", "%s", "%(table_name)d"])(
    "makes no name of %s",
    (template) => {
      expect(expandTemplate(template, subject)).toBeNull();
    },
  );

  it("reads tokens as a second reader does", () => {
    const word = fc.stringMatching(/^[a-zé😀_%()]{0,6}$/u);
    const place = fc.constantFrom("0", "1", "2", "0N", "0_N");
    const token = fc.oneof(
      fc.constantFrom("table_name", "referred_table_name", "constraint_name"),
      fc.tuple(place, fc.constantFrom("name", "label", "key")).map(([at, what]) => `column_${at}_${what}`),
      place.map((at) => `referred_column_${at}_name`),
    );
    const piece = fc.oneof(
      fc.stringMatching(/^[^%]{0,4}$/).map((text) => ({ text, template: text })),
      fc.constant({ text: "%", template: "%%" }),
      token.map((name) => ({ text: null, template: `%(${name})s`, name })),
    );
    const columns = fc.array(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(piece), word, columns, columns, (pieces, table, own, referred) => {
        const it = {
          table,
          schema: null,
          columns: own,
          constraintName: "c",
          referred: { table: "r", columns: referred },
        };
        const expected = pieces.map((each) => ("name" in each ? secondReading(each.name, it) : each.text)).join("");
        expect(expandTemplate(pieces.map((each) => each.template).join(""), it)).toBe(expected);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

/** Tokens taken apart from the back, without regular expressions. */
function secondReading(token: string, it: NamingSubject & { readonly referred: object }): string {
  const words = token.split("_");
  const referred = words[0] === "referred";
  if (words.at(-2) === "table" || token === "table_name") return referred ? (it.referred?.table ?? "") : it.table;
  if (words[0] === "constraint") return it.constraintName ?? "";
  const names = referred ? (it.referred?.columns ?? []) : it.columns;
  const texts = words.at(-1) === "label" ? names.map((name) => `${it.table}_${name}`) : names;
  if (words.at(-2) === "0N") return texts.join("");
  if (words.at(-2) === "N") return texts.join("_");
  return texts[Number(words.at(-2))] ?? "";
}

interface Measured {
  readonly kind: "pk" | "ix" | "uq" | "ck" | "fk";
  readonly template: string;
  readonly table: string;
  readonly schema: string | null;
  readonly columns: readonly string[];
  readonly explicit: string | null;
  readonly referred: readonly string[] | null;
  /** What SQLAlchemy 2.0.54 names the constraint; null where it refuses. */
  readonly name: string | null;
  /** The same as its PostgreSQL compiler writes it. */
  readonly postgresql: string | null;
}

const measured = JSON.parse(
  readFileSync(new URL("./sqlalchemy-names.json", import.meta.url), "utf8"),
) as readonly Measured[];

const unnamed: NamingSubject = { ...subject, constraintName: null };
const bare: NamingScheme = { convention: {}, fallback: {}, shorten: String, squeeze: String };

describe("nameConstraint", () => {
  it.each(measured.map((each) => [`${each.kind} ${each.template}`, each] as const))(
    "agrees with SQLAlchemy on %s",
    (_, each) => {
      const scheme: NamingScheme = {
        convention: { [each.kind]: each.template },
        fallback: {},
        shorten: (name) => shortenName(name, 63, "characters"),
        squeeze: null,
      };
      const about: NamingSubject = {
        table: each.table,
        schema: each.schema,
        columns: each.columns,
        constraintName: each.explicit,
        referred: each.referred === null ? null : { table: "ref", columns: each.referred },
      };
      const broken = [
        ...checkConvention(scheme.convention),
        ...(each.template.includes("%(constraint_name)s") && each.explicit === null ? ["needs a name"] : []),
      ];
      const name = nameConstraint(each.kind, about, scheme, null, []);
      // SQLAlchemy also stops at a referred column past the last, which we leave empty.
      const stops = broken.length > 0 || each.template.includes("referred_column_1_name");
      if (each.name === null) expect(stops || name === null).toBe(true);
      else expect(name).toBe(each.postgresql);
    },
  );

  it("takes the columns' names for a name that is missing, and cuts what becomes too long", () => {
    const scheme = {
      ...bare,
      convention: { ck: "ck_%(constraint_name)s" },
      squeeze: (name: string) => name.slice(0, 8),
    };
    expect(nameConstraint("ck", { ...unnamed, columns: ["a"] }, scheme, null, [])).toBe("ck_a");
    expect(nameConstraint("ck", { ...unnamed, columns: ["alpha", "beta"] }, scheme, null, [])).toBe("ck_alpha");
    expect(nameConstraint("ck", { ...unnamed, columns: [] }, scheme, null, [])).toBe("ck_check");
    const written = { ...unnamed, constraintName: "as long as this" };
    expect(nameConstraint("ck", written, scheme, null, [])).toBe("ck_as long as this");
  });

  it("leaves a constraint unnamed where the convention has no template", () => {
    expect(nameConstraint("uq", unnamed, bare, null, [])).toBeNull();
  });

  it("names an index by SQLAlchemy's default where the convention has no template", () => {
    const scheme = { ...bare, fallback: { ix: "ix_%(column_0_label)s" } };
    expect(nameConstraint("ix", unnamed, scheme, null, [])).toBe("ix_video_a");
    expect(nameConstraint("ix", { ...subject, constraintName: "mine" }, scheme, null, [])).toBe("mine");
  });
});

describe("shortenName", () => {
  const long = `ix_${"t".repeat(50)}_${"c".repeat(30)}`;

  it("cuts as measured on PostgreSQL and on MySQL", () => {
    expect(shortenName(long, 63, "characters")).toBe(`${long.slice(0, 55)}_2c8f`);
    expect(shortenName(long, 64, "characters")).toBe(`${long.slice(0, 56)}_2c8f`);
  });

  it("counts characters, so an emoji is one", () => {
    expect(shortenName("😀".repeat(63), 63, "characters")).toBe("😀".repeat(63));
    expect([...shortenName("😀".repeat(64), 63, "characters")]).toHaveLength(60);
  });

  it("never exceeds the limit, and leaves what fits alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
        const cut = shortenName(name, 63, "characters");
        expect([...cut].length).toBeLessThanOrEqual(63);
        if ([...name].length <= 63) expect(cut).toBe(name);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("checkConvention", () => {
  it("is silent about the recommended templates", () => {
    expect(
      checkConvention({
        pk: "pk_%(table_name)s",
        ix: "ix_%(column_0_label)s",
        uq: "uq_%(table_name)s_%(column_0_name)s",
        ck: "ck_%(table_name)s_%(constraint_name)s",
        fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
      }),
    ).toEqual([]);
  });

  it.each([
    [{ uq: "%(colum_0_name)s" }, "MXC2604 naming_convention 'uq' uses '%(colum_0_name)s', which has no meaning there"],
    [
      { pk: "%(referred_table_name)s" },
      "MXC2604 naming_convention 'pk' uses '%(referred_table_name)s', which has no meaning there",
    ],
    [{ ix: "50%" }, "MXC2605 naming_convention 'ix' has a '%' that starts no token in '50%'"],
  ])("reports %j", (convention, message) => {
    expect(messagesOf(checkConvention(convention))).toEqual([message]);
  });
});
