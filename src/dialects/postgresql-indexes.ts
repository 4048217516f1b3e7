// Indexes that PostgreSQL refuses: methods that do not exist or do not take what they are given, members whose type has no
// operator class there.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Span } from "../model/span.ts";
import { settledSql } from "../model/sql-text.ts";
import type { Index, IndexPart, Table } from "../model/table.ts";
import type { TableContext } from "./dialect.ts";
import { EXTENSION_CLASSES, EXTENSION_METHODS, operatorClasses, postgresqlMethods } from "./postgresql-methods.ts";

/** Reports what the server would refuse of each index. */
export function checkPostgresqlIndexes(table: Table, context: TableContext): readonly Diagnostic[] {
  if (table.kind === "system") return [];
  return table.indexes.flatMap((index) => checkIndex(index, table, context));
}

function checkIndex(index: Index, table: Table, context: TableContext): readonly Diagnostic[] {
  const method = index.using?.toLowerCase() ?? "btree";
  const span = index.source ?? table.source;
  const { title: dialect } = context.dialect;
  // What is no name is refused where it is printed.
  if (EXTENSION_METHODS.includes(method) || !/^\w+$/.test(method)) return [];
  if (!Object.hasOwn(postgresqlMethods, method)) {
    const known = [...Object.keys(postgresqlMethods), ...EXTENSION_METHODS];
    const suggestion = didYouMean(method, known) || `choose one of ${Object.keys(postgresqlMethods).join(", ")}`;
    return [diagnose("MXC3087", { dialect, index: index.name, method, suggestion }, span)];
  }
  const problems = findProblems(index, method).map((problem) =>
    diagnose("MXC3088", { dialect, index: index.name, method, problem }, span),
  );
  const members = index.parts.flatMap((part) => {
    const place = table.columns.findIndex(({ name }) => name === part.column);
    return checkMember({ part, index, method, span, sqlType: context.columnTypes[place] ?? null }, context);
  });
  return [...problems, ...members];
}

/** What of an index its method does not take, as clauses for people. */
function findProblems({ unique, include, parts }: Index, method: string): readonly string[] {
  const rules = postgresqlMethods[method];
  if (rules === undefined) return [];
  return [
    unique && !rules.unique ? "cannot be unique" : null,
    include.length > 0 && !rules.include ? "stores no further columns" : null,
    parts.length > 1 && !rules.several ? "takes one column" : null,
    parts.some(({ descending }) => descending) && !rules.ordered ? "has no descending order" : null,
    parts.some(({ nulls }) => nulls !== undefined) && !rules.ordered ? "has no place for null" : null,
  ].filter((problem) => problem !== null);
}

/** A member and the index it stands in. */
interface Member {
  readonly part: IndexPart;
  readonly index: Index;
  readonly method: string;
  readonly span: Span | null;
  /** The spelled type of the column; null for an expression. */
  readonly sqlType: string | null;
}

function checkMember(member: Member, context: TableContext): readonly Diagnostic[] {
  const { part, method, sqlType } = member;
  const type = sqlType === null ? null : canonicalType(sqlType);
  if (part.opclass !== undefined) return checkClass(part.opclass.value, type, member, context);
  if (part.column === null) return checkExpression(member, context);
  if (type === null || sqlType === null) return [];
  const classes = classesOf(method, type);
  if (classes.some(({ isDefault }) => isDefault)) return checkDimensions(member, context);
  return [
    refuse(member, `column '${part.column}' of type ${sqlType}`, adviseClass(part.column, type, member), context),
  ];
}

/** A class as an expression's last word is a syntax error between the parentheses of the expression. */
function checkExpression(member: Member, context: TableContext): readonly Diagnostic[] {
  const { part, method } = member;
  const sql = part.expression === null ? "" : settledSql(part.expression);
  const [, expression, opclass] = /^(.*[^\s(,])\s+(\w+_ops)$/s.exec(sql) ?? [];
  if (expression !== undefined && opclass !== undefined) {
    const name = /^"?\w+"?$/.test(expression) ? "column" : "expression";
    const bare = name === "column" ? expression.replaceAll('"', "") : expression;
    const remedy = `write \`{ ${name}: ${JSON.stringify(bare)}, opclass: "${opclass}" }\``;
    return [refuse(member, "an expression that ends with an operator class", remedy, context)];
  }
  const types = Object.values(operatorClasses[method] ?? {});
  if (types.some((classes) => classes.includes("*"))) return [];
  const remedy = `name one, such as \`opclass: "${types.at(-1)?.replace("*", "").split(" ")[0]}"\``;
  return [refuse(member, "an expression without an operator class", remedy, context)];
}

function adviseClass(column: string, type: string, { method }: Member): string {
  const [first] = classesOf(method, type);
  if (first !== undefined) {
    const others = classesOf(method, type).map(({ name }) => name);
    return `name one of its operator classes: \`{ column: "${column}", opclass: "${first.name}" }\` (${others.join(", ")})`;
  }
  const methods = Object.keys(postgresqlMethods).filter((each) => classesOf(each, type).length > 0);
  return methods.length === 0
    ? "no method takes the type; leave the index away"
    : `choose one of ${methods.join(", ")}`;
}

/** A class has to be one of the method's, for the type of the column. */
function checkClass(given: string, type: string | null, member: Member, context: TableContext): readonly Diagnostic[] {
  const { method, index } = member;
  const { title: dialect } = context.dialect;
  const span = member.part.opclass?.span ?? member.span;
  const name = given.toLowerCase().replace(/^.*\./, "");
  const types = Object.entries(operatorClasses[method] ?? {}).filter(([, classes]) => namesIn(classes).includes(name));
  if (types.length > 0) {
    if (type === null || types.some(([each]) => each === type || each === COERCED[type]))
      return checkDimensions(member, context);
    const what = `operator class ${name} on column '${member.part.column}', which is ${type}`;
    return [refuse(member, what, adviseClass(member.part.column ?? "", type, member), context, span)];
  }
  const extension = EXTENSION_CLASSES[name];
  const known = Object.values(operatorClasses[method] ?? {}).flatMap(namesIn);
  const owners = Object.keys(operatorClasses).filter((each) => holdsClass(each, name));
  const suggestion = owners.length > 0 ? `it is one of ${owners.join(", ")}` : didYouMean(name, known);
  if (extension === undefined && suggestion !== "") {
    return [refuse(member, `operator class ${name}`, suggestion, context, span)];
  }
  return [diagnose("MXC3090", { dialect, index: index.name, opclass: name, extension: extension ?? null }, span)];
}

function checkDimensions(member: Member, context: TableContext): readonly Diagnostic[] {
  const limit = postgresqlMethods[member.method]?.dimensions ?? null;
  const [, dimensions] = /^vector\s*\((\d+)\)$/i.exec(member.sqlType ?? "") ?? [];
  if (limit === null || dimensions === undefined || Number(dimensions) <= limit) return [];
  const remedy = `index it as halfvec: \`{ expression: "${member.part.column}::halfvec(${dimensions})", opclass: "halfvec_l2_ops" }\``;
  return [refuse(member, `a vector of more than ${limit} dimensions`, remedy, context)];
}

function refuse(
  { index, method, span }: Member,
  what: string,
  remedy: string,
  { dialect }: TableContext,
  place: Span | null = span,
): Diagnostic {
  return diagnose("MXC3089", { dialect: dialect.title, index: index.name, method, what, remedy }, place);
}

/** An operator class, and whether it is the one without a name. */
interface OperatorClass {
  readonly name: string;
  readonly isDefault: boolean;
}

function classesOf(method: string, type: string): readonly OperatorClass[] {
  const classes = operatorClasses[method]?.[type];
  if (classes === undefined) return [];
  return classes.split(" ").map((each) => ({ name: each.replace("*", ""), isDefault: each.startsWith("*") }));
}

function holdsClass(method: string, name: string): boolean {
  return Object.values(operatorClasses[method] ?? {}).some((classes) => namesIn(classes).includes(name));
}

function namesIn(classes: string): readonly string[] {
  return classes.replace("*", "").split(" ");
}

/** What else types are called. */
const ALIASES: Readonly<Record<string, string>> = {
  varchar: "text",
  "character varying": "text",
  char: "character",
  bpchar: "character",
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  smallserial: "smallint",
  serial: "integer",
  bigserial: "bigint",
  decimal: "numeric",
  float: "double precision",
  float4: "real",
  float8: "double precision",
  bool: "boolean",
  time: "time without time zone",
  timetz: "time with time zone",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
  varbit: "bit varying",
  cidr: "inet",
};

/** Whose operator classes a type has besides its own, because it is kept alike. */
const COERCED: Readonly<Record<string, string>> = { text: "character", bit: "bit varying" };

/** Types without operator classes. */
const CLASSLESS = ["json", "xml"];

/** A type as operator classes know it; null for one that is not known, which an extension or the database may have. */
function canonicalType(sqlType: string): string | null {
  const plain = sqlType
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (plain.endsWith("[]")) return "anyarray";
  const name = ALIASES[plain] ?? (/^(?:int4|int8|num|ts|tstz|date)range$/.test(plain) ? "anyrange" : plain);
  const isKnown =
    CLASSLESS.includes(name) || Object.values(operatorClasses).some((types) => Object.hasOwn(types, name));
  return isKnown ? name : null;
}
