// The type names of the authoring library: `Int64`, `Decimal<10, 2>`, `Json<T>`, …

import type { ColumnType } from "../../model/column-type.ts";
import type { TypeNode } from "../../model/summary.ts";
import { type Outcome, succeed } from "../fold/outcome.ts";
import { DSL_SCALAR_TYPES } from "../modules/dsl.ts";
import { badArgument, noColumnType } from "./failures.ts";
import { describeShape, type Shape, type TypeEnv, type Typer } from "./shape.ts";

type Reference = Extract<TypeNode, { kind: "reference" | "import" }>;

const SCALARS: ReadonlyMap<string, Outcome<Shape>> = new Map(
  Object.entries(DSL_SCALAR_TYPES).map(([name, kind]) => [name, succeed({ kind: "scalar", name, type: { kind } })]),
);

/** The shape of a type name of the authoring library. */
export function shapeOfDsl(typer: Typer, name: string, node: Reference, env: TypeEnv): Outcome<Shape> {
  const scalar = SCALARS.get(name);
  if (scalar !== undefined) return scalar;
  switch (name) {
    case "Varchar":
      return sized(typer, name, node, env, [1, 1], ([length = 1]) => ({ kind: "varchar", length }));
    case "Vector":
      return sized(typer, name, node, env, [1, 1], ([dimensions = 1]) => ({ kind: "vector", dimensions }));
    case "Decimal":
      return sized(typer, name, node, env, [1, 2], ([precision = 1, scale = 0]) => ({
        kind: "decimal",
        precision,
        scale,
      }));
    default:
      return noColumnType(node, env, `\`${name}\``, "name a column type, such as `string` or `Int64`");
  }
}

/** A type with between `count[0]` and `count[1]` sizes; a second one may be 0 and is at most the first. */
function sized(
  typer: Typer,
  name: string,
  node: Reference,
  env: TypeEnv,
  [least, most]: readonly [number, number],
  make: (sizes: readonly number[]) => ColumnType,
): Outcome<Shape> {
  if (node.args.length < least || node.args.length > most) {
    const expected = most === 1 ? "one number" : "a precision and a scale";
    return badArgument(node, env, name, expected, `${node.args.length} type arguments`);
  }
  const sizes: number[] = [];
  for (const [index, argument] of node.args.entries()) {
    const size = readSize(typer, name, argument, env, index, sizes[0]);
    if (!size.ok) return size;
    sizes.push(size.value);
  }
  return succeed({ kind: "scalar", name: `${name}<${sizes.join(", ")}>`, type: make(sizes) });
}

function readSize(
  typer: Typer,
  name: string,
  node: TypeNode,
  env: TypeEnv,
  index: number,
  precision: number | undefined,
): Outcome<number> {
  const shape = typer.shape(node, env);
  if (!shape.ok) return shape;
  const value = shape.value.kind === "literal" ? shape.value.value : null;
  const expected = index === 0 ? "an integer from 1" : `a scale from 0 to ${precision}`;
  const fits = typeof value === "number" && Number.isSafeInteger(value) && value >= (index === 0 ? 1 : 0);
  if (fits && (index === 0 || value <= (precision ?? 0))) return succeed(value);
  return badArgument(node, env, name, expected, describeShape(shape.value));
}
