// A type as written → its shape. Names, operators and the language's own generics are left to the files beside this one.

import type { KeywordType, TypeNode } from "../../model/summary.ts";
import type { Folder } from "../fold/folder.ts";
import { addFailures, type Failure, fail, type Outcome, succeed } from "../fold/outcome.ts";
import { noColumnType, SAY_JSON } from "./failures.ts";
import { shapeOfMembers } from "./members.ts";
import { shapeOfImport, shapeOfReference } from "./named.ts";
import { intersect, shapeOfIndexed, shapeOfKeyof, shapeOfTemplate } from "./operators.ts";
import { type Shape, spanOfType, type TypeEnv, type Typer, unite } from "./shape.ts";
import { shapeOfTypeof } from "./typeof.ts";

/** Types resolved for one column. */
const MAX_STEPS = 20_000;

type Kind<K extends TypeNode["kind"]> = Extract<TypeNode, { kind: K }>;

/** A resolver of types. */
export function createTyper(folder: Folder): Typer {
  const typer: Typer = { folder, steps: 0, shape: (node, env) => shapeOf(typer, node, env) };
  return typer;
}

function shapeOf(typer: Typer, node: TypeNode, env: TypeEnv): Outcome<Shape> {
  if (typer.steps++ > MAX_STEPS)
    return fail("MXC1013", { limit: `${MAX_STEPS} types in one` }, spanOfType(node, env), "");
  switch (node.kind) {
    case "keyword":
      return shapeOfKeyword(node, env);
    case "reference":
      return shapeOfReference(typer, node, env);
    case "import":
      return shapeOfImport(typer, node, env);
    case "literal":
      return succeed(node.value === null ? { kind: "nullish" } : { kind: "literal", value: node.value });
    case "bigint-literal":
      return succeed({ kind: "literal", value: /^-?\d{1,4096}$/.test(node.value) ? BigInt(node.value) : 0n });
    case "union":
      return shapeOfUnion(typer, node, env);
    case "intersection":
      return intersect(typer, node, env);
    case "array":
      return succeed({ kind: "list", element: () => typer.shape(node.element, env) });
    case "tuple":
      return succeed({ kind: "tuple", elements: node.elements.map((element) => () => typer.shape(element, env)) });
    case "object":
      return shapeOfMembers(typer, node.members, env);
    case "indexed":
      return shapeOfIndexed(typer, node, env);
    case "keyof":
      return shapeOfKeyof(typer, node, env);
    case "template":
      return shapeOfTemplate(typer, node, env);
    case "typeof":
      return shapeOfTypeof(typer, node, env);
    case "unsupported":
      return noColumnType(node, env, node.syntax);
  }
}

const KEYWORDS: Readonly<Partial<Record<KeywordType, Shape>>> = {
  string: { kind: "scalar", name: "string", type: { kind: "string" } },
  number: { kind: "scalar", name: "number", type: { kind: "float64" } },
  boolean: { kind: "scalar", name: "boolean", type: { kind: "boolean" } },
  bigint: { kind: "scalar", name: "bigint", type: { kind: "int64" } },
  undefined: { kind: "nullish" },
  never: { kind: "union", members: [] },
};

function shapeOfKeyword(node: Kind<"keyword">, env: TypeEnv): Outcome<Shape> {
  const shape = KEYWORDS[node.name];
  if (shape !== undefined) return succeed(shape);
  return noColumnType(node, env, `\`${node.name}\``, node.name === "symbol" ? "remove the property" : SAY_JSON);
}

function shapeOfUnion(typer: Typer, node: Kind<"union">, env: TypeEnv): Outcome<Shape> {
  const members: Shape[] = [];
  const failures: Failure[] = [];
  for (const member of node.members) {
    const shape = typer.shape(member, env);
    if (shape.ok) members.push(shape.value);
    else addFailures(failures, shape.failures);
    // What is left of a union that is too large would fail for that reason, too.
    if (!shape.ok && typer.steps > MAX_STEPS) break;
  }
  return failures.length > 0 ? { ok: false, failures } : succeed(unite(members));
}
