// MariaDB. Tried on MariaDB 10.11.19. No Metaxy store: reached with --dialect.

import type { Dialect } from "./dialect.ts";
import { mysql, mysqlClauses, mysqlReferences, mysqlTypes } from "./mysql.ts";
import { checkMysqlTable } from "./mysql-check.ts";
import { MARIADB_OVERFLOW } from "./mysql-room.ts";
import { CHANGES } from "./reference-rules.ts";

/** Binary without padding: MySQL's name for it is unknown here. */
const COLLATION = "utf8mb4_nopad_bin";

const references = mysqlReferences(COLLATION);

export const mariadb: Dialect = {
  ...mysql,
  name: "mariadb",
  title: "MariaDB",
  sources: ["MariaDB 10.11.19"],
  answersTo: ["mariadb", "mysql"],
  names: { ...mysql.names, checkScope: "table" },
  types: {
    ...mysqlTypes(COLLATION),
    // Since 10.7.
    uuid: "UUID",
  },
  // NOT NULL after a generated column is a syntax error; "Primary key cannot be defined upon a generated column".
  generated: {
    clause: (expression) => `GENERATED ALWAYS AS (${expression}) STORED`,
    notNull: false,
    refusedIn: ["the primary key"],
  },
  constraints: {
    ...mysql.constraints,
    references: {
      ...references,
      // Deleting a row changes no column.
      refusedActions: { ...references.refusedActions, computedFrom: CHANGES },
      addAgain: (name, columns, target) => `ADD CONSTRAINT ${name} FOREIGN KEY IF NOT EXISTS ${columns} ${target}`,
    },
  },
  indexes: { ...mysql.indexes, expressions: false },
  ifNotExists: { table: true, index: true },
  tableClauses: mysqlClauses(COLLATION),
  checkTable: checkMysqlTable(MARIADB_OVERFLOW),
  formatterLanguage: "mariadb",
};
