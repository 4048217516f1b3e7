// The compiler warns of exactly those columns of which SQLModel can make none without `sa_type`.

import { expect, it } from "vitest";
import { UNKNOWN_TO_SQLMODEL } from "../../src/lower/sqlmodel-types.ts";
import type { ColumnKind } from "../../src/model/column-type.ts";
import { describeMetaxy } from "./python.ts";

/** What Python declares where TypeScript has a column of the kind (grammar/python.md). */
const ANNOTATIONS: Readonly<Record<ColumnKind, readonly string[]>> = {
  string: ["str", "str | None"],
  text: ["str"],
  boolean: ["bool"],
  int8: ["int"],
  int16: ["int"],
  int32: ["int", "int | None"],
  int64: ["int"],
  uint8: ["int"],
  uint16: ["int"],
  uint32: ["int"],
  uint64: ["int"],
  float32: ["float"],
  float64: ["float"],
  date: ["date"],
  time: ["time"],
  timestamp: ["datetime"],
  timestamptz: ["datetime"],
  interval: ["timedelta"],
  uuid: ["UUID"],
  json: ["Any", "Any | None"],
  binary: ["bytes"],
  geography: ["str"],
  varchar: ["Annotated[str, Constraint(max_length=5)]"],
  decimal: ["Annotated[Decimal, Constraint(max_digits=10, decimal_places=2)]"],
  enum: ["Literal['a', 'b']", "Literal['a']", "Literal['a', 'b'] | None"],
  list: ["list[str]", "list[str] | None", "list[list[int]]", "list[Box]"],
  map: ["dict[str, str]", "dict[str, Any]"],
  struct: ["Box", "Box | None"],
  vector: ["Annotated[list[float], Constraint(min_length=3, max_length=3)]"],
};

describeMetaxy("and its SQLModel", "every", (metaxy) => {
  it("know the column types that the compiler takes for known", () => {
    const pairs = Object.entries(ANNOTATIONS).flatMap(([kind, all]) => all.map((each) => [kind, each] as const));
    const known = metaxy.ask(
      "sqlmodel_types.py",
      pairs.map(([, annotation]) => annotation),
    ) as readonly boolean[];
    const wrong = pairs.filter(([kind], index) => known[index] === Object.hasOwn(UNKNOWN_TO_SQLMODEL, kind));
    expect(wrong).toEqual([]);
  });
});
