// What is accepted, what is refused and where; that Metaxy agrees is tested with it, in test/python/filters.check.ts.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "../../src/resolve/filter-parser.ts";

function columns(filter: string): readonly string[] | string {
  const parsed = parseFilter(filter);
  return parsed.kind === "fault" ? parsed.problem : parsed.columns.map(({ name }) => name);
}

describe("a condition names its columns", () => {
  test.each([
    ["age >= 25", ["age"]],
    ["status = 'active'", ["status"]],
    ["NOT (status = 'deleted') AND deleted_at = NULL", ["status", "deleted_at"]],
    ["a.b.c = 1", ["a.b.c"]],
    ["a . b <> -1.5e3", ["a.b"]],
    ["x IN (1, 'two', -3, NULL, TRUE)", ["x"]],
    ["(x) not in ('a')", ["x"]],
    ["a IS NULL OR b is not null OR c IS TRUE", ["a", "b", "c"]],
    ["1 < a", ["a"]],
    ["active", ["active"]],
    ["NOT NOT active", ["active"]],
    ["a AND NOT b OR (c AND d)", ["a", "b", "c", "d"]],
    ["((a)) = ((.5))", ["a"]],
    ['"Weird col" = 1 AND t."x""y" = 2', ["Weird col", 't.x"y']],
    ["größe = 'é''s' -- comment", ["größe"]],
    ["a /* b = */ = 1", ["a"]],
    ["date = '2020-01-01' AND type != 'x' AND index == 2", ["date", "type", "index"]],
    ["TRUE", []],
    ["'x' = 'y'", []],
    ["a = b", ["a", "b"]],
    ["a$b = 1 AND _c = 1", ["a$b", "_c"]],
    ["a = 1 AND set = 2", ["a", "set"]],
    ["a ISNULL OR b NOTNULL OR c NOT NULL OR d IS UNKNOWN", ["a", "b", "c", "d"]],
    ["a = +5 AND b = -(5) AND +c", ["a", "b", "c"]],
    ["a IN ('x',) AND b IN (1,,2) AND c IN [1, 2] AND d IN ()", ["a", "b", "c", "d"]],
    ["! a AND b ! IN (1) AND c IS ! NULL", ["a", "b", "c"]],
    ["a = 1;", ["a"]],
    ["a = 1 ; ; -- comment", ["a"]],
    ["a IS 'x' AND b IS NOT c", ["a", "b", "c"]],
    ["a = . 5 AND is = 1 AND t.order = 2 AND t.null = 3", ["a", "is", "t.order", "t.NULL"]],
    ["a /* b /* c */ d */ = {# e #} 1", ["a"]],
  ])("%s", (filter, expected) => expect(columns(filter)).toEqual(expected));
});

describe("what is not a condition is told apart", () => {
  test.each([
    ["", "expected a column or a literal, found the end"],
    ["   ", "expected a column or a literal, found the end"],
    ["a =", "expected a column or a literal, found the end"],
    ["= 1", "expected a column or a literal, found '='"],
    ["a = 1 OR", "expected a column or a literal, found the end"],
    ["(a = 1", "expected ')', found the end"],
    ["a = 1)", "expected AND, OR or the end, found ')'"],
    ["a b", "expected AND, OR or the end, found 'b'"],
    ["a = 'x", "expected a column or a literal, found '''"],
    ["a LIKE 'x%'", "expected AND, OR or the end, found 'LIKE'"],
    ["a BETWEEN 1 AND 2", "expected AND, OR or the end, found 'BETWEEN'"],
    ["a + 1 = 2", "expected AND, OR or the end, found '+'"],
    ["lower(a) = 'x'", "functions such as lower() are not supported"],
    ["a = b = c", "expected AND, OR or the end, found '='"],
    ["(a = 1) = TRUE", "only columns and literals can be compared"],
    ["a = (b = 1)", "only columns and literals can be compared"],
    ["NOT a = (NOT b)", "only columns and literals can be compared"],
    ["1 IN (1)", "the left side of IN must be a column"],
    ["a IN (b)", "the values of IN must be literals"],
    ["a IN 1", "expected '(', found '1'"],
    ["a IN (1 2)", "expected ',' or ')', found '2'"],
    ["a IN (1", "expected ',' or ')', found the end"],
    ["a IN (1,", "expected a column or a literal, found the end"],
    ["a IN (SELECT b FROM c)", "expected a column or a literal, found 'SELECT'"],
    ["a IS JSON", "expected NULL, a column or a literal, found 'JSON'"],
    ["a IS DISTINCT FROM b", "expected a column or a literal, found 'DISTINCT'"],
    ["a = b IS NULL", "only columns and literals can be compared"],
    ["a.b.c.d.e = 1", "a name has at most 4 parts"],
    ['"" = 1', "a column has a name"],
    ["a.select = 1", "expected a column, found 'select'"],
    ["a = 1e", "'1e' is no number"],
    ["(values) = 1", "expected a column or a literal, found 'values'"],
    ["list < 5", "expected a column or a literal, found 'list'"],
    ["a /* b", "expected AND, OR or the end, found '/'"],
    ["-a = 1", "expected a number, found 'a'"],
    ["a. = 1", "expected a column, found '='"],
    ["from = 1", "expected a column or a literal, found 'from'"],
    ["set = 1", "expected a column or a literal, found 'set'"],
    ["a; DROP TABLE b", "expected the end after ';', found 'DROP'"],
    ["`a` = 1", "expected a column or a literal, found '`'"],
    ["1a = 1", "expected AND, OR or the end, found 'a'"],
    ["a = ?", "expected a column or a literal, found '?'"],
  ])("%s", (filter, problem) => expect(columns(filter)).toBe(problem));
});

test("a fault points at what is wrong", () => {
  expect(parseFilter("size > 1 LIKE 'x'")).toMatchObject({ kind: "fault", start: 9, end: 13 });
});

test("columns carry their places", () => {
  expect(parseFilter("a = 1 AND b . c > 2")).toMatchObject({
    kind: "condition",
    columns: [
      { name: "a", start: 0, end: 1 },
      { name: "b.c", start: 10, end: 15 },
    ],
  });
});

test("deep nesting is a fault and no crash", () => {
  const deep = (depth: number) => `${"(".repeat(depth)}a${")".repeat(depth)}`;
  expect(columns(deep(40))).toEqual(["a"]);
  expect(columns(deep(41))).toBe("nested too deeply");
  expect(columns(deep(100_000))).toBe("nested too deeply");
  expect(columns(`${"NOT ".repeat(100_000)}a`)).toBe("nested too deeply");
  expect(columns(Array(100_000).fill("a").join(" OR "))).toBe("too many conditions in a row");
});

test("every text has an answer within its bounds", () => {
  const words = fc.constantFrom(
    "a",
    "1",
    "'x'",
    "(",
    ")",
    ",",
    "=",
    "<",
    "AND",
    "NOT",
    "IN",
    "IS",
    "NULL",
    '"',
    "'",
    ".",
    "-",
    "é",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(texts, (filter) => {
      const parsed = parseFilter(filter);
      const places = parsed.kind === "fault" ? [parsed] : parsed.columns;
      return places.every(({ start, end }) => 0 <= start && start <= end && end <= filter.length);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("a condition that is put in parentheses, negated or joined is still one", () => {
  const operand = fc.constantFrom("a", "b.c", '"x y"', "1", "-2.5", "'it''s'", "TRUE", "NULL", "(a)");
  const leaf = fc.oneof(
    fc.tuple(operand, fc.constantFrom("=", "!=", "<", ">="), operand).map((parts) => parts.join(" ")),
    fc.constantFrom("a IN (1, 'x')", "a NOT IN (NULL)", "a IS NOT NULL", "a"),
  );
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      leaf,
      tie("condition").map((inner) => `(${inner})`),
      tie("condition").map((inner) => `NOT (${inner})`),
      fc.tuple(tie("condition"), fc.constantFrom("AND", "or"), tie("condition")).map((parts) => parts.join(" ")),
    ),
  }));
  fc.assert(
    fc.property(condition, (filter) => parseFilter(filter).kind === "condition"),
    { seed: 2, numRuns: 500 },
  );
});
