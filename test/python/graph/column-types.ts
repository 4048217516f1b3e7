// Column types of the DSL with the Python types they stand for: the table that grammar/python.md shows.

import { type Both, both, list, record, same, text } from "./both.ts";
import type { Random } from "./random.ts";

/** A type as both languages write it. */
export interface TypePair extends Both {
  /** Defaults that both languages accept; empty where the DSL takes no literal. */
  readonly defaults: readonly Both[];
  /** True where SQLModel needs to be told a column type. */
  readonly needsColumnType: boolean;
}

const integers = [same("0"), same("-7"), both("9007199254740993n", "9007199254740993")];
const fractions = [
  same("0.25"),
  same("1e-7"),
  both("float(1)", "1.0"),
  both("1e21", "10**21"),
  both("float(1e21)", "1e21"),
];
const words = [text(""), text("en"), text('naïve ✓ 🎬 \\ "q"')];

function scalar(typescript: string, python: string, defaults: readonly Both[], needsColumnType = false): TypePair {
  return { typescript, python, defaults, needsColumnType };
}

/** Types that hold one value. */
const scalarTypes: readonly TypePair[] = [
  scalar("string", "str", words),
  scalar("Text", "str", words),
  scalar("Varchar<8>", "Annotated[str, pydantic.Field(max_length=8)]", [text("en")]),
  scalar("boolean", "bool", [both("true", "True"), both("false", "False")]),
  ...["Int8", "Int16", "Int32", "UInt8", "UInt16", "UInt32"].map((name) => scalar(name, "int", [same("0"), same("7")])),
  ...["Int64", "UInt64", "bigint"].map((name) =>
    scalar(name, "int", name === "bigint" ? [both("12n", "12")] : integers.slice(0, 1)),
  ),
  ...["number", "Float32", "Float64"].map((name) => scalar(name, "float", fractions.slice(0, 3))),
  scalar("Decimal<10, 2>", "Annotated[Decimal, pydantic.Field(max_digits=10, decimal_places=2)]", [
    both('"19.99"', 'Decimal("19.99")'),
  ]),
  scalar("Decimal<6>", "Annotated[Decimal, pydantic.Field(max_digits=6, decimal_places=0)]", []),
  scalar("DateOnly", "date", [both('"2024-02-29"', "date(2024, 2, 29)")]),
  scalar("TimeOnly", "time", [both('"13:45:00"', "time(13, 45)")]),
  scalar("Timestamp", "datetime", []),
  scalar("TimestampTz", "datetime", []),
  scalar("Date", "datetime", []),
  scalar("Interval", "timedelta", []),
  scalar("Uuid", "UUID", []),
  scalar("Uint8Array", "bytes", []),
  scalar("Bytes", "bytes", []),
  scalar("Geography", "str", []),
  scalar('"low" | "high"', 'Literal["low", "high"]', [text("low")], true),
  scalar('"only"', 'Literal["only"]', [], true),
  scalar("Vector<3>", "Annotated[list[float], pydantic.Field(min_length=3, max_length=3)]", [], true),
  scalar("Json", "Any", [record([["a", list([same("1"), text("x")])]])], true),
];

/** A type, nested at most twice, perhaps one of the named ones. */
export function randomType(random: Random, models: readonly TypePair[], depth = 2): TypePair {
  const shape = depth === 0 ? "scalar" : random.pick(["scalar", "scalar", "scalar", "scalar", "list", "map"] as const);
  if (shape === "scalar") return random.pick(models.length > 0 && random.chance(0.2) ? models : scalarTypes);
  const inner = randomType(random, models, depth - 1);
  const element = random.chance(0.2) && inner.typescript !== "Json" ? orNull(inner) : inner;
  return shape === "list"
    ? scalar(`(${element.typescript})[]`, `list[${element.python}]`, [list([])], true)
    : scalar(`Record<string, ${element.typescript}>`, `dict[str, ${element.python}]`, [record([])], true);
}

/** A type that admits null. */
export function orNull({ typescript, python, defaults, needsColumnType }: TypePair): TypePair {
  return {
    typescript: `${typescript} | null`,
    python: `${python} | None`,
    defaults: [both("null", "None"), ...defaults],
    needsColumnType,
  };
}
