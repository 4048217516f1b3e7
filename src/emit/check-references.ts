// Foreign keys against the tables they refer to, those that are made elsewhere included: whatever would make the engine refuse
// a key, or forget it, or fail when its actions are carried out.

import { type Diagnostic, diagnose, type Related } from "../diagnostics/diagnostic.ts";
import type { ReferenceRules } from "../dialects/reference-rules.ts";
import type { Span } from "../model/span.ts";
import type { ForeignKey, Table, TableColumn } from "../model/table.ts";
import { ownType, typeOf } from "./columns.ts";
import { suffices, targetsFor } from "./key-targets.ts";
import { mentionsColumn } from "./mentions.ts";
import type { Printer } from "./printer.ts";
import { tableOptions } from "./table-options.ts";

/** One key, and what everything about it is checked with. */
interface Reference {
  readonly key: ForeignKey;
  readonly table: Table;
  /** Null where nobody here knows it. */
  readonly target: Table | null;
  readonly rules: ReferenceRules;
  readonly printer: Printer;
}

/** Reports the foreign keys of tables as the dialect has them. */
export function checkReferences(tables: readonly Table[], printer: Printer): void {
  const { references: rules } = printer.dialect.constraints;
  if (rules === null) return;
  for (const table of tables) {
    if (table.foreignKeys.length === 0) continue;
    for (const each of checkTableItself(table, rules, printer)) printer.report(each);
    for (const key of table.foreignKeys) {
      const reference = { key, table, target: printer.references.target(key), rules, printer };
      // The first mistake explains the others.
      const found = checkPlace(reference) ?? checkTarget(reference) ?? checkCircle(reference, tables);
      const all = found === null ? [...checkTypes(reference), ...checkActions(reference)] : [found];
      for (const each of all) printer.report(each);
    }
  }
}

function checkTableItself(table: Table, rules: ReferenceRules, printer: Printer): readonly Diagnostic[] {
  const { dialect } = printer;
  const count = table.foreignKeys.length;
  const hindrance = rules.hindrance(tableOptions(table, printer));
  const place = table.foreignKeys[0]?.source ?? table.source;
  const words = { dialect: dialect.title, table: table.name };
  return [
    ...(rules.maxKeys !== null && count > rules.maxKeys
      ? [diagnose("MXC3074", { ...words, count, limit: rules.maxKeys }, table.source)]
      : []),
    ...(hindrance === null ? [] : [diagnose("MXC3075", { ...words, hindrance }, place)]),
  ];
}

/** Whether a key may lead from the one table to the other at all. */
function checkPlace({ key, table, target, rules, printer }: Reference): Diagnostic | null {
  const { dialect } = printer;
  const place = key.source ?? table.source;
  const isElsewhere = key.referredSchema !== table.schema;
  const isUnreachable = key.referredSchema === null && !rules.reachesHome;
  if (isElsewhere && (!rules.acrossSchemas || isUnreachable)) {
    const words = { dialect: dialect.title, word: rules.schemaWord, table: table.name, target: key.referredTable };
    const schemas = { schema: key.referredSchema, from: rules.acrossSchemas ? table.schema : null };
    return diagnose("MXC3072", { ...words, ...schemas }, place);
  }
  const hindrance = target === null || target === table ? null : rules.hindrance(tableOptions(target, printer));
  if (hindrance === null || target === null) return null;
  return diagnose("MXC3075", { dialect: dialect.title, table: target.name, hindrance }, place, relatedTo(target, key));
}

/** Whether the columns are unique there, in a way that the dialect takes. */
function checkTarget({ key, table, target, rules, printer }: Reference): Diagnostic | null {
  if (target === null) return null;
  const targets = targetsFor(key.referredColumns, target);
  if (suffices(targets, rules.target)) return null;
  const words = { dialect: printer.dialect.title, table: target.name, columns: key.referredColumns.join(", ") };
  const place = key.source ?? table.source;
  return diagnose(targets.length === 0 ? "MXC3030" : "MXC3070", words, place, relatedTo(target, key));
}

/** A key that leads to a later table closes a circle, which only some dialects can. */
function checkCircle({ key, table, rules, printer }: Reference, tables: readonly Table[]): Diagnostic | null {
  if (rules.circular !== "refused" || !printer.references.isForward(key, table)) return null;
  const circle = findWayBack(key, table, printer);
  const names = [table, ...circle].map(({ name }) => name);
  const related = circle.flatMap(({ name, source }) =>
    source === null || source === table.source || !tables.some((each) => each.name === name)
      ? []
      : [{ message: `table '${name}'`, span: source }],
  );
  const words = { dialect: printer.dialect.title, cycle: names.join(" → ") };
  return diagnose("MXC2644", words, key.source ?? table.source, related);
}

/** The tables on the shortest way from the target of a key back to its own table, which comes last. */
function findWayBack(key: ForeignKey, table: Table, { references }: Printer): readonly Table[] {
  const isHome = ({ schema, name }: Table) => name === table.name && schema === table.schema;
  const start = references.target(key);
  /** From which table each was reached first. */
  const cameFrom = new Map<Table, Table | null>(start === null ? [] : [[start, null]]);
  for (const [reached] of cameFrom) {
    if (isHome(reached)) return stepsTo(reached, cameFrom);
    for (const each of reached.foreignKeys) {
      const next = references.target(each);
      if (next !== null && !cameFrom.has(next)) cameFrom.set(next, reached);
    }
  }
  return [];
}

function stepsTo(end: Table, cameFrom: ReadonlyMap<Table, Table | null>): readonly Table[] {
  const steps: Table[] = [];
  for (let table: Table | null = end; table !== null; table = cameFrom.get(table) ?? null) steps.push(table);
  return steps.reverse();
}

/** Columns whose types the engine does not compare. Types written as SQL are the user's own affair. */
function checkTypes({ key, table, target, rules, printer }: Reference): readonly Diagnostic[] {
  if (target === null) return [];
  return key.columns.flatMap((name, place) => {
    const column = findColumn(table, name);
    const other = findColumn(target, key.referredColumns[place] ?? "");
    if (column === undefined || other === undefined) return [];
    if (ownType(column, printer.dialect) !== null || ownType(other, printer.dialect) !== null) return [];
    const [type, otherType] = [typeOf(column, table, printer), typeOf(other, target, printer)];
    const [own, others] = [
      rules.typeClass(type, tableOptions(table, printer)),
      rules.typeClass(otherType, tableOptions(target, printer)),
    ];
    if (own === others || rules.widens[own]?.includes(others) === true) return [];
    // Types that look alike differ in their collation.
    const isSpelledAlike = type === otherType;
    const words = {
      dialect: printer.dialect.title,
      column: name,
      type: isSpelledAlike ? `${type} (${own})` : type,
      target: `${target.name}.${other.name}`,
      targetType: isSpelledAlike ? `${otherType} (${others})` : otherType,
    };
    return [diagnose("MXC3071", words, column.source ?? key.source ?? table.source, relatedTo(target, key))];
  });
}

/** Actions that change a column which must not be changed. */
function checkActions({ key, table, rules, printer }: Reference): readonly Diagnostic[] {
  const clauses = [`ON DELETE ${key.onDelete}`, `ON UPDATE ${key.onUpdate}`];
  const { generated, computedFrom, checked } = rules.refusedActions;
  const find = (refused: readonly string[]) => clauses.find((clause) => refused.includes(clause));
  for (const name of key.columns) {
    const reasons = [
      [find(generated), findColumn(table, name)?.generated == null ? null : "is generated"],
      [find(computedFrom), findComputed(name, table, printer)],
      [find(checked), findChecked(name, table, printer)],
    ] as const;
    for (const [action, reason] of reasons) {
      if (action === undefined || reason === null) continue;
      const words = { dialect: printer.dialect.title, action, column: name, reason };
      return [diagnose("MXC3073", words, key.source ?? table.source)];
    }
  }
  return [];
}

function findComputed(column: string, { columns }: Table, { dialect }: Printer): string | null {
  const found = columns.find(({ generated }) => generated !== null && mentionsColumn(generated, column, dialect));
  return found === undefined ? null : `is what '${found.name}' is generated from`;
}

function findChecked(column: string, { checkConstraints }: Table, { dialect }: Printer): string | null {
  const found = checkConstraints.find(({ expression }) => mentionsColumn(expression, column, dialect));
  if (found === undefined) return null;
  return found.name === null ? "is in a check" : `is in check '${found.name}'`;
}

function findColumn({ columns }: Table, name: string): TableColumn | undefined {
  return columns.find((column) => column.name === name);
}

function relatedTo(target: Table, key: ForeignKey): readonly Related[] {
  const span: Span | null = findColumn(target, key.referredColumns[0] ?? "")?.source ?? target.source;
  return span === null ? [] : [{ message: "refers to this", span }];
}
