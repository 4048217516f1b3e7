// Random graphs of features, each as a TypeScript module and as the Python module that declares the same.

import { type Both, both, call, text } from "./both.ts";
import { orNull, randomType, type TypePair } from "./column-types.ts";
import { randomModels } from "./models.ts";
import { type Random, randomFrom } from "./random.ts";
import { randomSpec, type Upstream } from "./random-spec.ts";

/** Every name the DSL exports that a graph may use. */
const typescriptImports = `import {
  BaseFeature, BaseSQLModelFeature, type Bytes, type DateOnly, type Decimal, FeatureDep, FeatureKey, FeatureSpec, Field,
  FieldDep, FieldKey, FieldSpec, FieldsMapping, type Float32, type Float64, float, type Geography, type Int8, type Int16,
  type Int32, type Int64, type Interval, type Json, LineageRelationship, SpecialFieldDep, type Text, type TimeOnly,
  type Timestamp, type TimestampTz, type UInt8, type UInt16, type UInt32, type UInt64, type Uuid, type Varchar,
  type Vector,
} from "metaxy-compile/dsl";
`;

const pythonImports = `from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

import pydantic
import sqlmodel
from metaxy import (
    BaseFeature, FeatureDep, FeatureKey, FeatureSpec, FieldDep, FieldKey, FieldSpec, FieldsMapping,
    LineageRelationship, SpecialFieldDep,
)
from metaxy.ext.sqlmodel import BaseSQLModelFeature
from sqlalchemy import JSON
`;

const words = ["video", "crop", "face", "audio", "text", "shot-2", "ocr_b", "raw", "n0", "meta-a"];
const names = [
  "path",
  "size_bytes",
  "camelCase",
  "http_URL2x",
  "ratio",
  "label",
  "n1",
  "x_",
  "größe",
  "A1_b2C",
  "duration",
];
const docs = ["How long it is.", 'Größe in "Bytes" \\ x', "Two lines.\n\nSecond — paragraph.\n  indented", "日本語 🎬"];

/** The project that features name unless others are asked for. */
export const PROJECT = "oracle";

/** What the classes of a graph hold: every column there is, or nothing but one id column in a table. */
type Contents = "everything" | "ids";

/** A graph of one to eight features, of the given projects at random. The same seed gives the same graph. */
export function randomGraph(
  seed: number,
  projects: readonly string[] = [PROJECT],
  contents: Contents = "everything",
): Both {
  const random = randomFrom(seed);
  const models = randomModels(random);
  const above: Upstream[] = [];
  const classes: Both[] = [];
  const count = 1 + random.below(8);
  while (above.length < count) {
    const made = randomFeature(random, above, { projects, models: models.types, contents });
    if (made === null) continue;
    above.push(made.upstream);
    classes.push(made.text);
  }
  return both(
    [typescriptImports, models.declared.typescript, ...classes.map(({ typescript }) => typescript)].join("\n"),
    [pythonImports, models.declared.python, ...classes.map(({ python }) => python)].join("\n\n"),
  );
}

interface Palette {
  readonly projects: readonly string[];
  readonly models: readonly TypePair[];
  readonly contents: Contents;
}

function randomFeature(
  random: Random,
  above: readonly Upstream[],
  { projects, models, contents }: Palette,
): { upstream: Upstream; text: Both } | null {
  const parts = [random.pick(words), ...random.some(words, 2)];
  const key = parts.join("/");
  // Table names are made of keys with hyphens as underscores.
  if (above.some((other) => other.key.replaceAll("-", "_") === key.replaceAll("-", "_"))) return null;
  const className = `${parts.map((part) => part.replace(/\W/g, "")).join("_")}F${above.length}`;
  const isPlain = contents === "ids";
  const idColumns = !isPlain && random.chance(0.3) ? ["id", "chunk_id"] : ["id"];
  const isTable = isPlain || random.chance(0.5);
  const spec = randomSpec(random, key, idColumns, above);
  const columns = random.some(isPlain ? [] : names, 6).map((name) => randomColumn(random, name, isTable, models));
  const split = random.chance(0.25) ? random.below(columns.length + 1) : 0;
  const printed = printClass({
    name: className,
    project: random.pick(projects),
    isTable,
    spec,
    doc: random.chance(0.5) ? random.pick(docs) : null,
    idColumns,
    columns,
    split,
  });
  return {
    upstream: { className, key, fields: spec.fields, idColumns, columns: columns.map(({ name }) => name) },
    text: printed,
  };
}

interface Column extends Both {
  readonly name: string;
}

function randomColumn(random: Random, name: string, isTable: boolean, models: readonly TypePair[]): Column {
  const plain = randomType(random, models);
  const optional = random.chance(0.2);
  const type = plain.typescript !== "Json" && (optional || random.chance(0.25)) ? orNull(plain) : plain;
  const value = !optional && type.defaults.length > 0 && random.chance(0.35) ? random.pick(type.defaults) : null;
  const doc = random.chance(0.4) ? random.pick(docs) : null;
  const asOption = doc !== null && random.chance(0.3);
  return {
    name,
    ...printColumn({
      name,
      type,
      optional,
      value,
      doc,
      asOption,
      isTable,
      maxLength: plain.typescript === "string" && random.chance(0.3),
    }),
  };
}

interface ColumnParts {
  readonly name: string;
  readonly type: TypePair;
  readonly optional: boolean;
  readonly value: Both | null;
  readonly doc: string | null;
  readonly asOption: boolean;
  readonly isTable: boolean;
  readonly maxLength: boolean;
}

function printColumn({ name, type, optional, value, doc, asOption, isTable, maxLength }: ColumnParts): Both {
  const length = maxLength ? both("40", "40") : null;
  const { typescript: options } = call("Field", "Field", {
    default: value,
    description: asOption ? text(doc ?? "") : null,
    maxLength: length,
  });
  const { python: keywords } = call("Field", `${isTable ? "sqlmodel" : "pydantic"}.Field`, {
    default: optional ? both("", "None") : value,
    description: doc === null ? null : text(doc),
    maxLength: length,
    saType: isTable && type.needsColumnType ? both("", "JSON") : null,
  });
  const declared = typeScriptType(type, optional);
  const initial = options === "Field()" ? "" : ` = ${options}`;
  return both(
    `${doc === null || asOption ? "" : jsdoc(doc, "  ")}  ${name}${optional ? "?" : initial === "" ? "!" : ""}: ${declared}${initial};`,
    `    ${name}: ${type.python}${optional && type.python === "Any" ? " | None" : ""} = ${keywords}`,
  );
}

/** `x?: T` says by itself that null is possible. */
function typeScriptType({ typescript }: TypePair, optional: boolean): string {
  return optional ? typescript.replace(/ \| null$/, "") : typescript;
}

interface ClassParts {
  readonly name: string;
  readonly project: string;
  readonly isTable: boolean;
  readonly spec: Both;
  readonly doc: string | null;
  readonly idColumns: readonly string[];
  readonly columns: readonly Column[];
  /** How many columns come from a base class. */
  readonly split: number;
}

function printClass({ name, project, isTable, spec, doc, idColumns, columns, split }: ClassParts): Both {
  const base = isTable ? "BaseSQLModelFeature" : "BaseFeature";
  const ids = idColumns.map((column) =>
    both(
      isTable ? `  ${column}: string = Field({ primaryKey: true });` : `  ${column}!: string;`,
      isTable ? `    ${column}: str = sqlmodel.Field(primary_key=True)` : `    ${column}: str`,
    ),
  );
  const inherited = columns.slice(0, split);
  const own = [...ids, ...columns.slice(split)];
  const parent = inherited.length === 0 ? base : `${name}Base`;
  const typescript = [
    ...(inherited.length === 0
      ? []
      : [`class ${parent} extends ${base} {`, ...inherited.map((each) => each.typescript), "}", ""]),
    `${doc === null ? "" : jsdoc(doc, "")}export class ${name} extends ${parent} {`,
    `  static override readonly project = ${JSON.stringify(project)};`,
    ...(isTable ? ["  static override readonly table = true;"] : []),
    `  static override readonly spec = ${spec.typescript};`,
    ...own.map((each) => each.typescript),
    "}",
    "",
  ];
  const python = [
    ...(inherited.length === 0 ? [] : [`class ${parent}(${base}):`, ...inherited.map((each) => each.python), ""]),
    `class ${name}(${parent}, ${isTable ? "table=True, " : ""}spec=${spec.python}):`,
    ...(doc === null ? [] : [`    ${docstring(doc)}`]),
    `    __metaxy_project__ = ${JSON.stringify(project)}`,
    ...own.map((each) => each.python),
  ];
  return both(typescript.join("\n"), python.join("\n"));
}

function jsdoc(doc: string, indent: string): string {
  const lines = doc.split("\n");
  if (lines.length === 1) return `${indent}/** ${doc} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("")}${indent} */\n`;
}

/** A docstring as a plain literal, so that its escapes are those of every other text. */
function docstring(doc: string): string {
  return JSON.stringify(doc);
}
