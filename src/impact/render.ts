// A comparison in words, a line per thing that differs: `+` came, `-` went, `~` changed.

import type {
  Cause,
  Change,
  ColumnImpact,
  FeatureImpact,
  FieldImpact,
  Impact,
  PartImpact,
  TableImpact,
} from "./change.ts";

/** The text for people; ends with a line feed. */
export function renderImpact(impact: Impact): string {
  const { store, features, tables, project_version: version } = impact;
  if (features.length === 0 && tables.length === 0) return `${store}: nothing changes\n`;
  const head = `${store}: project version ${arrow(version)}`;
  return [
    head,
    ...(features.length === 0 ? [] : ["", "features", ...features.flatMap(renderFeature)]),
    ...(tables.length === 0 ? [] : ["", "tables", ...tables.flatMap(renderTable)]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

const signs = { added: "+", removed: "-", changed: "~", version: "~", definition: "~" } as const;

function renderFeature(impact: FeatureImpact): readonly string[] {
  const { key, change, feature_version: version, project, fields, spec, reach } = impact;
  const what = change === "definition" ? `${version.after} stays, only its definition changes` : arrow(version);
  const isNew = change === "added" || change === "removed";
  const details = [
    ...fields.map(renderField),
    ...(project.before === project.after || isNew ? [] : [`project ${arrow(project)}`]),
    ...(spec.length === 0 ? [] : [`spec: ${spec.join(", ")}`]),
    ...(reach.length === 0 ? [] : [renderReach(reach)]),
  ];
  return [`  ${signs[change]} ${key}  ${what}`, ...details.map((line) => `      ${line}`)];
}

function renderField({ field, version, causes }: FieldImpact): string {
  return `field ${field}  ${arrow(version)}: ${causes.map(describeCause).join("; ")}`;
}

/** A cause as a clause. */
function describeCause(cause: Cause): string {
  switch (cause.kind) {
    case "added":
      return "the field is new";
    case "removed":
      return "the field is gone";
    case "code-version":
      return `code version ${JSON.stringify(cause.before)} → ${JSON.stringify(cause.after)}`;
    case "parents": {
      const parents = [...cause.added.map((parent) => `+${parent}`), ...cause.removed.map((parent) => `-${parent}`)];
      return `other parents by its ${cause.through} (${parents.join(", ")})`;
    }
    case "upstream":
      return `follows ${cause.parents.join(", ")}`;
    case "hash-length":
      return `versions are cut to ${cause.after} digits, before to ${cause.before}`;
    case "elsewhere":
      return "a feature of another project changed";
  }
}

function renderReach(reach: FeatureImpact["reach"]): string {
  const count = `${reach.length} ${reach.length === 1 ? "feature" : "features"}`;
  const depth = Math.max(...reach.map(({ distance }) => distance));
  const levels = depth === 1 ? "one level" : `${depth} levels`;
  return `reaches ${count} downstream, ${levels} deep: ${reach.map(({ key }) => key).join(", ")}`;
}

function renderTable({ table, change, renamed, comment, columns, parts }: TableImpact): readonly string[] {
  if (change !== "changed") return [`  ${signs[change]} ${table}`];
  const details = [
    ...(renamed === null ? [] : [`~ name ${arrow(renamed)}`]),
    ...(comment === null ? [] : [`~ comment ${arrow(comment, JSON.stringify)}`]),
    ...columns.map(renderColumn),
    ...parts.map(renderPart),
  ];
  return [`  ~ ${table}`, ...details.map((line) => `      ${line}`)];
}

function renderColumn({ column, change, properties }: ColumnImpact): string {
  const shown = properties.map(({ property, before, after }) => {
    const quote = property === "comment" ? JSON.stringify : String;
    const label = property === "type" || property === "null" ? "" : `${property} `;
    return change === "changed" ? label + arrow({ before, after }, quote) : label + quote(after ?? before ?? "");
  });
  return `${signs[change]} column ${column}  ${shown.join(", ")}`;
}

function renderPart({ part, name, before, after }: PartImpact): string {
  const title = name === null ? part : `${part} ${name}`;
  if (before === null) return `+ ${title} ${after}`;
  return after === null ? `- ${title} ${before}` : `~ ${title} ${before} → ${after}`;
}

function arrow({ before, after }: Change<string>, quote: (text: string) => string = String): string {
  if (before === after) return `${after === null ? "none" : quote(after)}, unchanged`;
  return `${before === null ? "none" : quote(before)} → ${after === null ? "none" : quote(after)}`;
}
