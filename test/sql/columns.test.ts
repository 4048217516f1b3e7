// Columns in an author's SQL: what is one, what was meant to be one, and what only looks like one.

import { describe, expect, it } from "vitest";
import { dialects } from "../../src/dialects/index.ts";
import type { DialectName } from "../../src/model/dialect-name.ts";
import { type ColumnNames, lookUpColumns } from "../../src/sql/columns.ts";
import { lexSql } from "../../src/sql/lex.ts";

const COLUMNS: Readonly<Record<string, string>> = {
  approvedBy: "approvedBy",
  sizeBytes: "size_bytes",
  price: "price",
  tags: "tags",
  meta: "meta",
  ts: "ts",
  d: "d",
  // Called like words of SQL.
  order: "order",
  date: "date",
  value: "value",
  year: "year",
  end: "end",
  user: "user",
  name: "name",
  precision: "precision",
  null: "null",
  text: "text",
};

const names: ColumnNames = {
  byWord: new Map([...Object.entries(COLUMNS), ...Object.values(COLUMNS).map((name) => [name, name] as const)]),
  byFolded: new Map(
    [...Object.keys(COLUMNS), ...Object.values(COLUMNS)].map((word) => [word.toLowerCase(), word] as const),
  ),
};

/** The text with its columns as the dialect writes them; `!word` for each mistake after it. */
function lookUp(sql: string, dialect: DialectName = "postgresql", own = false): string {
  const { lexical, quoteIdentifier } = dialects[dialect];
  const rules = { lexical, quoteIdentifier, own, lenient: false };
  const { tokens, mistakes } = lookUpColumns(lexSql(sql, lexical), names, rules);
  const text = tokens.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join("");
  return [text, ...mistakes.map(({ kind, word }) => `!${kind} ${word}`)].join(" ");
}

describe("a word", () => {
  it.each([
    ["approvedBy IS NULL", '"approvedBy" IS NULL'],
    ['"approvedBy" IS NULL', '"approvedBy" IS NULL'],
    ["sizeBytes > 0 AND size_bytes < 9", '"size_bytes" > 0 AND "size_bytes" < 9'],
    ["lower(approvedBy)||price", 'lower("approvedBy")||"price"'],
    ["approvedBy::text", '"approvedBy"::text'],
    ["meta ->> 'a' = approvedBy", `"meta" ->> 'a' = "approvedBy"`],
    [
      "tags @> ARRAY[approvedBy]",
      "tags @> ARRAY[approvedBy]".replace("tags", '"tags"').replace("approvedBy", '"approvedBy"'),
    ],
    ["PRICE > 0", '"price" > 0'],
    ["NOT(price)", 'NOT("price")'],
    // Called like words of SQL, but standing as values.
    ["order > 0", '"order" > 0'],
    ["end > ts", '"end" > "ts"'],
    ["date > date '2020-01-01'", `"date" > date '2020-01-01'`],
    ["coalesce(value, 0) = user", 'coalesce("value", 0) = "user"'],
    ["year BETWEEN 1 AND 2", '"year" BETWEEN 1 AND 2'],
    ["trim(name) <> ''", `trim("name") <> ''`],
    ["CASE WHEN end THEN value ELSE year END", 'CASE WHEN "end" THEN "value" ELSE "year" END'],
  ])("is a column: %s", (sql, expected) => {
    expect(lookUp(sql)).toBe(expected);
  });

  it.each([
    "CURRENT_DATE > now()",
    "true OR NULL IS NULL",
    "1 > EXTRACT(year FROM now())",
    "now() + INTERVAL '1 day' > now()",
    "date '2020-01-01' > timestamp with time zone '2020-01-01'",
    "CAST('1' AS double precision) > 1",
    "'1'::numeric(10, 2)::text LIKE 'a%' ESCAPE '!'",
    "now()::date > now()",
    "CAST('a' AS text) COLLATE name = 'a'",
    `'a' COLLATE "C" < 'b'`,
    "s.price.order > 0",
    "price('a') > 0",
    "date_trunc('day', now()) > date('2020-01-01')",
    "struct_pack(price := 1, other => 2) IS NOT NULL",
    "pg_catalog.lower('a') = 'a'",
    "tbl.price > other.x",
    "x'ab' = E'\\n'",
    "1.5e3 > .5",
    `"tbl"."price" > 0`,
    `nextval('"price"') > 0`,
  ])("stays what it is: %s", (sql) => {
    expect(lookUp(sql)).toBe(sql);
  });

  it.each<readonly [DialectName, string, string]>([
    ["duckdb", "list_filter(tags, x -> x > 0)", 'list_filter("tags", x -> x > 0)'],
    ["duckdb", "list_filter(tags, lambda x: x > 0)", 'list_filter("tags", lambda x: x > 0)'],
    ["duckdb", "list_reduce(tags, (acc, x) -> acc + x) > 0", 'list_reduce("tags", (acc, x) -> acc + x) > 0'],
    ["duckdb", "[x + 1 for x in tags if x > 0] = tags", '[x + 1 for x in "tags" if x > 0] = "tags"'],
    ["duckdb", "{a: price, 'b': 1}.a > 0", `{a: "price", 'b': 1}.a > 0`],
    [
      "duckdb",
      "TRY_CAST(price AS STRUCT(a INT, price TEXT)) IS NULL",
      'TRY_CAST("price" AS STRUCT(a INT, price TEXT)) IS NULL',
    ],
    ["bigquery", "DATE_TRUNC(ts, MONTH) > DATE_TRUNC(ts, year)", "DATE_TRUNC(`ts`, MONTH) > DATE_TRUNC(`ts`, year)"],
    ["bigquery", "DATE_DIFF(ts, d, ISOWEEK) > 0", "DATE_DIFF(`ts`, `d`, ISOWEEK) > 0"],
    [
      "bigquery",
      "SAFE.SQRT(price) > ARRAY<INT64>[1, 2][OFFSET(0)]",
      "SAFE.SQRT(`price`) > ARRAY<INT64>[1, 2][OFFSET(0)]",
    ],
    ["bigquery", "CAST(price AS STRUCT<date INT64>) IS NULL", "CAST(`price` AS STRUCT<date INT64>) IS NULL"],
    [
      "clickhouse",
      "toIntervalDay(1) > tags.size0 AND price ? 1 : 0",
      "toIntervalDay(1) > `tags`.size0 AND `price` ? 1 : 0",
    ],
    ["clickhouse", "price::Nullable(String) = CAST(ts, 'String')", "`price`::Nullable(String) = CAST(`ts`, 'String')"],
    ["clickhouse", "arrayExists((k, v) -> k = v, tags, tags)", "arrayExists((k, v) -> k = v, `tags`, `tags`)"],
    ["clickhouse", "ts + INTERVAL 30 DAY DELETE WHERE price > 0", "`ts` + INTERVAL 30 DAY DELETE WHERE `price` > 0"],
    [
      "mysql",
      "CONVERT(price, CHAR) = CONVERT(price USING utf8mb4)",
      "CONVERT(`price`, CHAR) = CONVERT(`price` USING utf8mb4)",
    ],
    ["mysql", "TIMESTAMPDIFF(year, ts, d) > 0", "TIMESTAMPDIFF(year, `ts`, `d`) > 0"],
    ["mysql", "price COLLATE utf8mb4_bin REGEXP BINARY 'a'", "`price` COLLATE utf8mb4_bin REGEXP BINARY 'a'"],
    ["mysql", "DATE_ADD(ts, INTERVAL price DAY) > NOW()", "DATE_ADD(`ts`, INTERVAL `price` DAY) > NOW()"],
    ["sqlite", "[order] > 0 AND `price` GLOB 'a*'", `"order" > 0 AND "price" GLOB 'a*'`],
  ])("means in %s what it means there: %s", (dialect, sql, expected) => {
    expect(lookUp(sql, dialect)).toBe(expected);
  });

  it.each([
    ["approvedby IS NULL", "!case approvedby"],
    ["APPROVEDBY IS NULL", "!case APPROVEDBY"],
    ['"approvedby" IS NULL', "!case approvedby"],
    ["lower(SizeBytes) > 0", "!case SizeBytes"],
    ["nope > 0", "!unknown nope"],
    ["price > 0 AND lower(nope) = 'a'", "!unknown nope"],
    ["coalesce(pricee, 0) > 0", "!unknown pricee"],
    ["nope", "!unknown nope"],
    ['"nope" = 1', "!unknown nope"],
    ["CAST(nope AS text) = 'a'", "!unknown nope"],
  ])("that is no column is found: %s", (sql, mistake) => {
    expect(lookUp(sql).slice(lookUp(sql).indexOf("!"))).toBe(mistake);
  });

  it.each<DialectName>(["mysql", "mariadb", "bigquery"])(
    "in double quotes is a column in %s, too, if it names one",
    (dialect) => {
      expect(lookUp('"sizeBytes" > 0', dialect)).toBe("`size_bytes` > 0");
      expect(lookUp('"sizebytes" > 0', dialect)).toBe('"sizebytes" > 0 !case sizebytes');
      expect(lookUp('name = "video"', dialect)).toBe('`name` = "video" !string video');
      expect(lookUp('name IN ("a", "b")', dialect)).toBe('`name` IN ("a", "b") !string a !string b');
      expect(lookUp('name = "video"', dialect, true)).toBe('`name` = "video"');
    },
  );
});
