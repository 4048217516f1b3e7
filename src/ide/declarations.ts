// Everything a project gives a name to, and where its sources do so: features, fields, tables, columns, indexes and
// constraints. What an author may call a thing stands beside it, so that a name can be looked up.

import type { FeatureDecl, FeatureGraph } from "../model/feature.ts";
import { groupBy } from "../model/group-by.ts";
import { type ColumnNaming, columnNameOf } from "../model/names.ts";
import type { Span } from "../model/span.ts";
import type { Table } from "../model/table.ts";

/** Something with a name. */
export interface Declaration {
  readonly kind:
    | "feature"
    | "field"
    | "table"
    | "column"
    | "primary key"
    | "index"
    | "unique constraint"
    | "check constraint"
    | "foreign key";
  /** The name by which it is known: a feature's key, a table's name, a column's SQL name. */
  readonly name: string;
  /** What it belongs to, by each of its names; empty for what stands by itself. */
  readonly owners: readonly string[];
  /** Further names that people use for it: a class, a property. */
  readonly aliases: readonly string[];
  readonly span: Span;
}

/** What declarations are read from: a graph, and its tables in each store. */
export interface DeclarationSource {
  readonly graph: FeatureGraph;
  readonly tables: readonly Table[];
  readonly columnNaming: ColumnNaming;
}

/** Lists the declarations of a project. What nobody declares, such as Metaxy's own tables, is not among them. */
export function listDeclarations({ graph, tables, columnNaming }: DeclarationSource): readonly Declaration[] {
  const tablesOf = groupBy(tables, ({ feature }) => feature);
  return graph.features.flatMap(({ key, decl, locked, fields }) => {
    if (decl === null) {
      return locked === null ? [] : [{ kind: "feature", name: key, owners: [], aliases: [], span: locked.span }];
    }
    const own = tablesOf.get(key) ?? [];
    const { className } = decl;
    const owners = [...new Set([key, className, ...own.flatMap(namesOf)])];
    return [
      { kind: "feature", name: key, owners: [], aliases: [className], span: decl.span },
      ...fields.map((field): Declaration => {
        return { kind: "field", name: field.key, owners: [key, className], aliases: [], span: field.span };
      }),
      ...decl.columns.map((column): Declaration => {
        const { property, options, span } = column;
        const name = columnNameOf(column, columnNaming);
        return { kind: "column", name, owners, aliases: [property], span: options.name?.span ?? span };
      }),
      ...own.flatMap((table) => declarationsOf(table, decl)),
    ];
  });
}

/** Names by which a table is known. */
function namesOf({ name, schema }: Table): readonly string[] {
  return schema === null ? [name] : [name, `${schema}.${name}`];
}

/** A table and what has a name in it; what was injected is declared by the class. */
function declarationsOf(table: Table, decl: FeatureDecl): readonly Declaration[] {
  const [name = "", ...aliases] = namesOf(table);
  const part = (kind: Declaration["kind"], each: { name: string | null; source: Span | null }): Declaration[] =>
    each.name === null
      ? []
      : [{ kind, name: each.name, owners: namesOf(table), aliases: [], span: each.source ?? decl.span }];
  return [
    { kind: "table", name, owners: [], aliases, span: decl.tableName?.span ?? decl.span },
    ...(table.primaryKey === null ? [] : part("primary key", table.primaryKey)),
    ...table.indexes.flatMap((each) => part("index", each)),
    ...table.uniqueConstraints.flatMap((each) => part("unique constraint", each)),
    ...table.checkConstraints.flatMap((each) => part("check constraint", each)),
    ...table.foreignKeys.flatMap((each) => part("foreign key", each)),
  ];
}
