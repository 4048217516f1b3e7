// MariaDB in the place of MySQL, of which there is no server for tests: what MariaDB knows by another name or not at all is
// rewritten on the way in.

import type { Engine } from "../../src/prove/engine.ts";
import type { ProvableTable } from "../../src/prove/expectation.ts";

/** An engine that takes MySQL's text. */
export function standInForMysql(mariadb: Engine): Engine {
  return {
    ...mariadb,
    name: `${mariadb.name} in the place of MySQL`,
    parse: (statements) => mariadb.parse(statements.map(translate)),
    readClauses: (printed) => mariadb.readClauses({ ...printed, suffix: printed.suffix.map(translate) }),
    execute: (sql) => mariadb.execute(translate(sql)),
    evaluate: (expression, type) => mariadb.evaluate(expression, type === undefined ? type : translate(type)),
  };
}

/** MySQL's binary collation has another name, and generated columns take no NOT NULL. */
function translate(sql: string): string {
  return sql.replaceAll("utf8mb4_0900_bin", "utf8mb4_nopad_bin").replaceAll(" STORED NOT NULL", " STORED");
}

/** The tables as MariaDB can have them: generated columns admit null, and no index is on an expression. */
export function asMariadbHasThem(tables: readonly ProvableTable[]): readonly ProvableTable[] {
  return tables.map((table) => {
    const { columns, indexes } = table.expressed;
    const lost = indexes.filter(({ parts }) => parts.some(({ column }) => column === null));
    return {
      ...table,
      expressed: {
        ...table.expressed,
        columns: columns.map((column) => (column.generated === null ? column : { ...column, nullable: true })),
        indexes: indexes.filter((index) => !lost.includes(index)),
      },
      statements: table.statements.filter(
        ({ kind, sql, name }) =>
          kind !== "create-index" || !lost.some((index) => index.name === name || sql.includes(index.name)),
      ),
    };
  });
}
