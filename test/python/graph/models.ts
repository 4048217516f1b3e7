// Random named types: interfaces and object types here, pydantic models there.

import { type Both, both } from "./both.ts";
import { orNull, randomType, type TypePair } from "./column-types.ts";
import type { Random } from "./random.ts";

/** Named types and what declares them. */
export interface ModelPairs {
  readonly types: readonly TypePair[];
  readonly declared: Both;
}

const names = ["Point", "Box_2", "Größe", "shotHTTP2x"];
const members = ["x", "y", "label", "http_URL2x", "größe", "tags"];

/** Up to four named types, the later ones made of the earlier. */
export function randomModels(random: Random): ModelPairs {
  const types: TypePair[] = [];
  const declared: Both[] = [];
  for (const name of random.some(names, 4)) {
    const fields = random.some(members, 4).map((member) => randomField(random, member, types));
    if (fields.length === 0) continue;
    declared.push(declare(random, name, fields));
    types.push({ typescript: name, python: name, defaults: [], needsColumnType: true });
  }
  return {
    types,
    declared: both(
      declared.map(({ typescript }) => typescript).join("\n"),
      declared.map(({ python }) => python).join("\n\n"),
    ),
  };
}

function randomField(random: Random, name: string, models: readonly TypePair[]): Both {
  const plain = randomType(random, models, 1);
  const canBeNull = plain.typescript !== "Json";
  if (canBeNull && random.chance(0.25)) {
    return both(`  ${name}?: ${plain.typescript};`, `    ${name}: ${plain.python} | None = None`);
  }
  const type = canBeNull && random.chance(0.25) ? orNull(plain) : plain;
  return both(`  ${name}: ${type.typescript};`, `    ${name}: ${type.python}`);
}

function declare(random: Random, name: string, fields: readonly Both[]): Both {
  const body = fields.map(({ typescript }) => typescript).join("\n");
  const typescript = random.chance(0.5) ? `interface ${name} {\n${body}\n}` : `type ${name} = {\n${body}\n};`;
  return both(typescript, `class ${name}(pydantic.BaseModel):\n${fields.map(({ python }) => python).join("\n")}`);
}
