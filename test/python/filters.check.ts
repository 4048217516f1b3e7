// Filters are read as Metaxy reads them: what it refuses is refused, and what is accepted means the same to it.

import fc from "fast-check";
import { expect, it } from "vitest";
import { type ParsedFilter, parseFilter } from "../../src/resolve/filter-parser.ts";
import type { FilterCondition, FilterLiteral } from "../../src/resolve/filter-tree.ts";
import { reservedWords, statementWords } from "../../src/resolve/filter-words.ts";
import { describeMetaxy } from "./python.ts";

/** What sqlglot reads and Metaxy throws away, or takes into a name. */
const DROPPED = [
  /^expected the end after ';'/,
  // After IN, what is no list; in one, a query or a sign without a number.
  /^expected '\(',/,
  /found '(?:select|values)'$/i,
  /^expected a column or a literal, found '[\]),]'$/,
  // After a dot, what is no name.
  /^expected a column, /,
];

function meaningOf(parsed: ParsedFilter): unknown {
  return parsed.kind === "fault" ? null : treeOf(parsed.condition);
}

function treeOf(condition: FilterCondition): unknown {
  if (condition.kind === "column") return ["column", condition.name];
  if (condition.kind === "literal") return literal(condition.value);
  if (condition.kind === "not") return ["not", treeOf(condition.operand)];
  if (condition.kind === "null") return ["null", treeOf(condition.column)];
  if (condition.kind === "in") return ["in", treeOf(condition.column), condition.values.map(literal)];
  const name = condition.kind === "comparison" ? condition.operator : condition.kind;
  return [name, treeOf(condition.left), treeOf(condition.right)];
}

function literal(value: FilterLiteral["value"]): unknown {
  if (value === null) return ["literal", "NoneType", "None"];
  if (typeof value === "boolean") return ["literal", "bool", value ? "True" : "False"];
  if (typeof value === "bigint") return ["literal", "int", String(value)];
  return ["literal", typeof value === "number" ? "float" : "str", value];
}

/** Python's digits of a float are not ours. */
function withNumbers(tree: unknown): unknown {
  if (!Array.isArray(tree)) return tree;
  const [kind, type, text] = tree;
  if (kind === "literal" && type === "float") return [kind, type, Number(String(text).replace("inf", "Infinity"))];
  return tree.map(withNumbers);
}

const NAMES = ["a", "b.c", "größe", "$x", "日本", '"a b"', '"x""y"', '""', '" a "', "order", "is", "int", "date"];
const LITERALS = [
  "1",
  "007",
  "1.",
  ".5",
  "1.5e-3",
  "1e999",
  "'x'",
  "'it''s'",
  "''",
  "NULL",
  "true",
  "FALSE",
  "unknown",
];
const SIGNS = [
  "(",
  ")",
  "[",
  "]",
  ",",
  ".",
  ";",
  "+",
  "-",
  "!",
  "=",
  "==",
  "!=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "*",
  "::",
];
const WORDS = [
  "AND",
  "or",
  "NOT",
  "IN",
  "IS",
  "isnull",
  "NotNull",
  "NULL",
  "LIKE",
  "BETWEEN",
  "SELECT",
  "values",
  "json",
];
const BLANKS = [
  " ",
  " ",
  " ",
  "",
  "\n",
  "\u00a0",
  "\ufeff",
  "\u0085",
  "/* /* x */ */",
  "-- y\r",
  "{# z #}",
  "/*+ h */",
];

const token = fc.constantFrom(...NAMES, ...LITERALS, ...SIGNS, ...WORDS, ...WORDS);
const blank = fc.constantFrom(...BLANKS);
const soup = fc.array(fc.tuple(token, blank), { maxLength: 9 }).map((parts) => parts.flat().join(""));

const operand = fc.oneof(
  fc.constantFrom(...NAMES, ...LITERALS),
  fc
    .tuple(fc.constantFrom("-", "+", "- -", "(", "((", "-("), fc.constantFrom("a", "1", "2.5", "TRUE"))
    .map(([open, inner]) => `${open}${inner}${")".repeat(open.split("(").length - 1)}`),
);
const list = fc
  .tuple(fc.constantFrom("", ","), fc.array(operand, { maxLength: 3 }), fc.constantFrom("", ",", ",,"))
  .map(([first, values, last]) => `${first}${values.join(",")}${values.length === 0 ? "" : last}`);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc
    .oneof(
      { maxDepth: 3 },
      fc.tuple(operand, fc.constantFrom("=", "==", "!=", "<>", "<", "<=", ">", ">=", "IS", "is not", "is !"), operand),
      fc.tuple(
        operand,
        fc.constantFrom("ISNULL", "NOTNULL", "NOT NULL", "!NULL", "IS UNKNOWN", "NOT", "NOT IS NULL", ""),
      ),
      fc.tuple(operand, fc.constantFrom("IN (", "NOT IN (", "! IN ("), list, fc.constant(")")),
      fc.tuple(operand, fc.constant("IN ["), list, fc.constant("]")),
      fc.tuple(fc.constantFrom("NOT", "!", "+", "-"), tie("condition")),
      fc.tuple(fc.constant("("), tie("condition"), fc.constant(")")),
      fc.tuple(tie("condition"), fc.constantFrom("AND", "OR", "and"), tie("condition")),
    )
    .map((parts) => [parts].flat().join(" ")) as fc.Arbitrary<string>,
}));
const spoilt = fc.tuple(condition, fc.nat(), fc.nat(3), token).map(([text, at, removed, added]) => {
  const start = at % (text.length + 1);
  return `${text.slice(0, start)}${added}${text.slice(start + removed)}`;
});
const finished = fc
  .tuple(condition, fc.constantFrom("", ";", " ; ;", "; --x", "; a", " --x", " /*"))
  .map((all) => all.join(""));

/** Every word that is special somewhere, in places of every kind. */
const special = [
  ...new Set([...reservedWords, ...statementWords, "VALUES", "STRUCT", "INTERVAL", "JSON", "UNKNOWN", "ORDER"]),
]
  // Whether these are names depends on what surrounds them.
  .filter((word) => !["IF", "CASE", "OUT"].includes(word))
  .flatMap((word) =>
    [
      "W",
      "W = 1",
      "1 = W",
      "a AND W",
      "NOT W",
      "(W)",
      "(W < 2)",
      "a.W = 1",
      "a IS W",
      "W NOT NULL",
      "W(a)",
      '"W" = 1',
    ].map((place) => place.replaceAll("W", word.toLowerCase())),
  );

/** The word that begins an interval unless something follows that ends it. */
const intervals = [
  "interval",
  "interval = 1",
  "a = interval",
  "(interval)",
  "interval IN (1)",
  "interval AND a",
  "interval NOT NULL",
];

/** Around Python's limits, with room for the frames below it. */
const deep = [38, 60]
  .flatMap((depth) => [`${"(".repeat(depth)}a${")".repeat(depth)}`, `${"(a AND ".repeat(depth)}b${")".repeat(depth)}`])
  .concat(
    [80, 120].map((depth) => `${"NOT ".repeat(depth)}a`),
    [900, 1100].map((links) => Array(links).fill("a = 1").join(" OR ")),
  );

const random = [
  ...fc.sample(condition, { seed: 1, numRuns: 3000 }),
  ...fc.sample(finished, { seed: 2, numRuns: 500 }),
  ...fc.sample(spoilt, { seed: 3, numRuns: 4000 }),
  ...fc.sample(soup, { seed: 4, numRuns: 4000 }),
];

describeMetaxy("reads filters", "every", (metaxy) => {
  it("as the compiler does", () => {
    const filters = [...special, ...deep, ...intervals, ...random];
    const answers = metaxy.ask("filters.py", filters) as readonly unknown[];
    const wrong = filters.flatMap((filter, index) => {
      const parsed = parseFilter(filter);
      const [ours, theirs] = [meaningOf(parsed), withNumbers(answers[index])].map((each) => JSON.stringify(each));
      if (ours === theirs || (parsed.kind === "fault" && DROPPED.some((each) => each.test(parsed.problem)))) return [];
      return [`${JSON.stringify(filter)}: ${theirs}, here ${parsed.kind === "fault" ? parsed.problem : ours}`];
    });
    expect(wrong).toEqual([]);
  });
});
