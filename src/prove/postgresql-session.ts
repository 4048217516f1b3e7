// An Engine over any client that speaks PostgreSQL: everything happens in one transaction that is rolled back, in a schema
// of its own, so that nothing stays behind even when the process is killed. A savepoint per statement survives refusals.

import { doubleQuoted } from "../dialects/quoting.ts";
import { type Answer, ask, type Engine } from "./engine.ts";
import { readPostgresqlCatalog } from "./postgresql-catalog.ts";
import { parsePostgresql } from "./postgresql-parser.ts";

/** What differs between PGlite and a server. */
export interface PostgresqlClient {
  /** Runs one statement without parameters. */
  run(sql: string): Promise<unknown>;
  query<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Where a proof takes place. */
export interface PostgresqlPlace {
  /** For people, before the version. */
  readonly label: string;
  /** The schema that a proof makes for itself; it stands for "no schema". */
  readonly home: string;
  /** True when others use the database too: then a schema that exists already is theirs. */
  readonly shared: boolean;
}

/** Makes an engine of a client. */
export async function openPostgresqlSession(client: PostgresqlClient, place: PostgresqlPlace): Promise<Engine> {
  const { home } = place;
  const createSchema = place.shared ? "CREATE SCHEMA" : "CREATE SCHEMA IF NOT EXISTS";
  const [row] = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version", []);
  const guarded = <T>(work: () => Promise<T>): Promise<Answer<T>> => runInSavepoint(client, work);
  return {
    name: `${place.label} ${row?.version ?? ""}`.trim(),
    forgets: [],
    scratch: `${home}_twin`,
    parse: parsePostgresql,
    readClauses: async () => ({}),
    begin: (schemas) =>
      ask(async () => {
        await client.run("BEGIN");
        for (const schema of [home, ...schemas]) await client.run(`${createSchema} ${doubleQuoted(schema)}`);
        await client.run(`SET LOCAL search_path = ${doubleQuoted(home)}`);
      }),
    execute: (sql) =>
      guarded(async () => {
        await client.run(sql);
        return [];
      }),
    evaluate: (expression, type) =>
      guarded(async () => {
        const sql = type === undefined ? expression : `CAST((${expression}) AS ${type})`;
        const [result] = await client.query<{ value: string | null }>(`SELECT to_json(${sql})::text AS value`, []);
        return result?.value ?? null;
      }),
    readCatalog: (schemas) => readPostgresqlCatalog((sql, names) => client.query(sql, [names]), home, schemas),
    end: async () => void (await client.run("ROLLBACK")),
    close: () => client.close(),
  };
}

/** Without a savepoint the first refusal would abort the whole transaction. */
async function runInSavepoint<T>(client: PostgresqlClient, work: () => Promise<T>): Promise<Answer<T>> {
  await client.run("SAVEPOINT proof");
  const answer = await ask(work);
  await client.run(answer.ok ? "RELEASE SAVEPOINT proof" : "ROLLBACK TO SAVEPOINT proof");
  return answer;
}
