// The members of an object type or an interface as a shape. Their types stay unresolved until something needs them.

import type { TypeMember } from "../../model/summary.ts";
import { fail, type Outcome, succeed } from "../fold/outcome.ts";
import { spanIn } from "../modules/scope.ts";
import type { ObjectShape, ShapeMember, TypeEnv, Typer } from "./shape.ts";

/** The members of an object type or an interface. */
export function shapeOfMembers(typer: Typer, members: readonly TypeMember[], env: TypeEnv): Outcome<ObjectShape> {
  const found: ShapeMember[] = [];
  let index: ObjectShape["index"] = null;
  for (const member of members) {
    const span = spanIn(env.scope, member.range);
    if (member.kind === "unsupported") {
      return fail(
        "MXC1040",
        { type: member.syntax, help: "remove it, or store the object as JSON: `Json<…>`" },
        span,
        member.syntax,
      );
    }
    if (member.kind === "index-signature") {
      index = { key: () => typer.shape(member.key, env), value: () => typer.shape(member.value, env) };
      continue;
    }
    const { name, type, optional } = member;
    const part = () => (type === null ? fail("MXC1041", { name, type: "string" }, span, name) : typer.shape(type, env));
    found.push({ name, optional, type: part });
  }
  return succeed({ kind: "object", members: found, index, name: null });
}
