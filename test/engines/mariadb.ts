// MariaDB on a server: METAXY_TEST_MARIADB, else the local one without a password. Each run has a database of its own.

import { createConnection, type RowDataPacket } from "mysql2/promise";
import { ask } from "../../src/prove/engine.ts";
import type { TestEngine } from "./engine.ts";

const DATABASE = `metaxy_test_${process.pid}`;

/** Connects; null when no server answers. */
export async function openMariadb(translate: (sql: string) => string): Promise<TestEngine | null> {
  const uri = process.env.METAXY_TEST_MARIADB ?? "mysql://root@127.0.0.1:3306";
  // As text: a Date would depend on the machine's zone, a number would lose digits.
  const asText = { dateStrings: true, supportBigNumbers: true, bigNumberStrings: true };
  const connection = await createConnection({ uri, charset: "utf8mb4", ...asText }).catch(() => null);
  if (connection === null) return null;
  const rows = async (sql: string) => (await connection.query<RowDataPacket[]>(sql))[0];
  const quote = (text: string) => connection.escape(text);
  const [version] = await rows("SELECT VERSION() AS v");
  return {
    name: `MariaDB ${String(version?.v)}`,
    begin: () =>
      ask(async () => {
        await connection.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
        await connection.query(`CREATE DATABASE ${DATABASE}`);
        await connection.query(`USE ${DATABASE}`);
      }),
    execute: (sql) => ask(async () => void (await connection.query(translate(sql)))),
    evaluate: (expression) => ask(async () => JSON.stringify((await rows(`SELECT ${expression} AS v`))[0]?.v ?? null)),
    readColumns: async (table) => {
      const found = await rows(`
        SELECT * FROM information_schema.columns
        WHERE table_schema = '${DATABASE}' AND table_name = ${quote(table)} ORDER BY ordinal_position`);
      return found.map((row) => ({
        name: String(row.COLUMN_NAME),
        type: String(row.COLUMN_TYPE),
        nullable: row.IS_NULLABLE === "YES",
        default: row.COLUMN_DEFAULT === null ? null : String(row.COLUMN_DEFAULT),
        generated: row.GENERATION_EXPRESSION === null ? null : String(row.GENERATION_EXPRESSION),
        autoincrement: String(row.EXTRA).includes("auto_increment"),
        comment: row.COLUMN_COMMENT === "" ? null : String(row.COLUMN_COMMENT),
      }));
    },
    readIndexes: async (table) => {
      const found = await rows(`
        SELECT DISTINCT index_name AS name FROM information_schema.statistics
        WHERE table_schema = '${DATABASE}' AND table_name = ${quote(table)} AND index_name <> 'PRIMARY' ORDER BY 1`);
      return found.map((row) => String(row.name));
    },
    translate,
    end: async () => void (await connection.query(`DROP DATABASE IF EXISTS ${DATABASE}`)),
    close: async () => connection.end(),
  };
}
