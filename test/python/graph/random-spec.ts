// Random specs: everything that FeatureSpec and what it is made of can say, restricted to what the compiler accepts.

import { type Both, both, call, list, record, same, text } from "./both.ts";
import type { Random } from "./random.ts";

/** What later features need to know of an earlier one. */
export interface Upstream {
  readonly className: string;
  readonly key: string;
  readonly fields: readonly string[];
  readonly idColumns: readonly string[];
  /** Columns that are no id columns. */
  readonly columns: readonly string[];
}

/** A spec and what it says, as far as others ask. */
export interface SpecPair extends Both {
  readonly fields: readonly string[];
}

const fieldKeys = [
  "default",
  "frames",
  "audio",
  "audio/french",
  "x/audio/french",
  "french",
  "left",
  "size/left",
  "y-2",
  "a_b",
];
const codeVersions = ["1", "2", "v3.1", "", "2024-01-01", "é✓", "__metaxy_initial__"];

/** A spec with the given key and id columns, depending on some of the features above it. */
export function randomSpec(
  random: Random,
  key: string,
  idColumns: readonly string[],
  above: readonly Upstream[],
): SpecPair {
  const upstream = random.some(above, 3);
  const fields = random.some(fieldKeys, 4);
  const chosen = fields.length === 0 ? ["default"] : fields;
  const spec = call("new FeatureSpec", "FeatureSpec", {
    key: keyPair(random, key, "FeatureKey"),
    idColumns: list(idColumns.map(text)),
    deps:
      upstream.length === 0
        ? null
        : list(upstream.map((each, index) => randomDep(random, each, idColumns, index, chosen))),
    fields: fields.length === 0 ? null : list(fields.map((field) => randomField(random, field, upstream))),
    metadata: random.chance(0.4) ? randomObject(random, 2) : null,
    description: random.chance(0.25) ? text('said by the spec: é "x"') : null,
  });
  return { ...spec, fields: chosen };
}

/** A key as text, as parts or as an instance. */
function keyPair(random: Random, key: string, instance: string): Both {
  const parts = list(key.split("/").map(text));
  const written = random.chance(0.5) ? text(key) : parts;
  if (random.chance(0.5)) return written;
  return both(`new ${instance}(${written.typescript})`, `${instance}(${written.python})`);
}

function featurePair(random: Random, { className, key }: Upstream): Both {
  return random.chance(0.5) ? same(className) : keyPair(random, key, "FeatureKey");
}

function randomDep(
  random: Random,
  upstream: Upstream,
  idColumns: readonly string[],
  index: number,
  fields: readonly string[],
): Both {
  if (random.chance(0.2)) return same(upstream.className);
  const renamed = random.some(upstream.columns, 2);
  const newNames = renamed.map((column) => `${column}_of_${index}`);
  const visible = [...upstream.columns.filter((column) => !renamed.includes(column)), ...newNames];
  // Two dependencies may not bring one name, so only renamed columns are selected.
  return call("new FeatureDep", "FeatureDep", {
    feature: featurePair(random, upstream),
    select: random.chance(0.3) ? list(newNames.map(text)) : null,
    rename:
      (renamed.length > 0 && random.chance(0.7)) || newNames.length > 0
        ? record(renamed.map((column, at) => [column, text(newNames[at] ?? "")]))
        : null,
    fieldsMapping: random.chance(0.6) ? randomMapping(random, upstream, fields) : null,
    filters: random.chance(0.3)
      ? list([text(`${random.pick(visible.concat(upstream.idColumns))} IS NOT NULL`), ...filters(random, upstream)])
      : null,
    lineage: random.chance(0.4) ? randomLineage(random, idColumns, upstream) : null,
    optional: random.chance(0.2) ? both("true", "True") : null,
  });
}

function filters(random: Random, { idColumns }: Upstream): Both[] {
  return idColumns
    .filter(() => random.chance(0.3))
    .map((column) => text(`${column} = 'a''b' OR ${column} IN ('x', 'é')`));
}

function randomMapping(random: Random, { fields: upstream }: Upstream, fields: readonly string[]): Both {
  switch (random.pick(["default", "default", "all", "none", "specific"] as const)) {
    case "all":
      return same("FieldsMapping.all()");
    case "none":
      return same("FieldsMapping.none()");
    case "specific": {
      const entries = random.some(fields, 3).map((field) => ({ field, parents: random.some(upstream, 3) }));
      const typescript = record(entries.map(({ field, parents }) => [field, list(parents.map(text))])).typescript;
      const python = entries.map(
        ({ field, parents }) =>
          `FieldKey(${JSON.stringify(field)}): {${parents.map((each) => `FieldKey(${JSON.stringify(each)})`).join(", ")}}`,
      );
      const sets = entries.map(({ parents }, at) =>
        parents.length === 0 ? (python[at] ?? "").replace("{}", "set()") : python[at],
      );
      return both(`FieldsMapping.specific(${typescript})`, `FieldsMapping.specific({${sets.join(", ")}})`);
    }
    default: {
      const excluded = random.chance(0.4) ? random.some(upstream, 2) : [];
      return call("FieldsMapping.default", "FieldsMapping.default", {
        matchSuffix: random.chance(0.6) ? both("true", "True") : null,
        excludeFields: excluded.length > 0 ? list(excluded.map((field) => fieldKeyPair(random, field))) : null,
      });
    }
  }
}

/** Python's `exclude_fields` takes instances only. */
function fieldKeyPair(random: Random, field: string): Both {
  return both(keyPair(random, field, "FieldKey").typescript, `FieldKey(${JSON.stringify(field)})`);
}

function randomLineage(random: Random, idColumns: readonly string[], upstream: Upstream): Both {
  const kind = random.pick(["identity", "aggregation", "expansion"] as const);
  if (kind === "identity") return same("LineageRelationship.identity()");
  const shared = idColumns.filter((column) => upstream.idColumns.includes(column));
  if (kind === "aggregation") {
    return call("LineageRelationship.aggregation", "LineageRelationship.aggregation", {
      on: random.chance(0.5) ? list(shared.map(text)) : null,
    });
  }
  return call("LineageRelationship.expansion", "LineageRelationship.expansion", {
    on: list(shared.map(text)),
    idGenerationPattern: random.chance(0.5) ? text("{id}-%05d") : null,
  });
}

function randomField(random: Random, key: string, upstream: readonly Upstream[]): Both {
  if (random.chance(0.3)) return text(key);
  const explicit = upstream.length > 0 && random.chance(0.4);
  return call("new FieldSpec", "FieldSpec", {
    key: keyPair(random, key, "FieldKey"),
    codeVersion: random.chance(0.7) ? text(random.pick(codeVersions)) : null,
    deps: explicit ? randomFieldDeps(random, upstream) : null,
  });
}

function randomFieldDeps(random: Random, upstream: readonly Upstream[]): Both {
  if (random.chance(0.3)) return same("SpecialFieldDep.ALL");
  return list(
    random.some(upstream, 2).map((each) =>
      call("new FieldDep", "FieldDep", {
        feature: featurePair(random, each),
        fields: random.pick([
          null,
          same("SpecialFieldDep.ALL"),
          list(random.some(each.fields, 2).map((field) => keyPair(random, field, "FieldKey"))),
        ]),
      }),
    ),
  );
}

function randomObject(random: Random, depth: number): Both {
  // An object of JavaScript puts keys that look like integers first.
  const keys = random.some(["9", "10", "owner", "Zeta", "é", "a b", "\u{1f600}", "ｚ"], 4);
  return record(keys.map((key) => [key, randomValue(random, depth)]));
}

function randomValue(random: Random, depth: number): Both {
  const kind = random.pick(["text", "int", "float", "word", "list", "object"] as const);
  switch (kind) {
    case "text":
      return text(random.pick(["", "x", "é😀", 'line\nbreak\t"quoted" \\', "\u007f\u2028"]));
    case "int":
      return random.pick([
        same("0"),
        same("-1"),
        same("1234567890"),
        both("123456789012345678901n", "123456789012345678901"),
      ]);
    case "float":
      return random.pick([
        same("0.1"),
        same("-2.5e-9"),
        both("float(1)", "1.0"),
        both("float(-0)", "-0.0"),
        both("float(1e16)", "1e16"),
      ]);
    case "word":
      return random.pick([both("null", "None"), both("true", "True"), both("false", "False")]);
    case "list":
      return depth === 0 ? list([]) : list([randomValue(random, depth - 1), randomValue(random, depth - 1)]);
    case "object":
      return depth === 0 ? record([]) : randomObject(random, depth - 1);
  }
}
