// Words that a filter may use as column names only in double quotes: all keywords and functions of sqlglot 28.1, 28.10,
// 29.0 and 30.30 were tried in forty places of a filter. Everything else is a name, `order` and `is` included.

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Never a bare name; `OUT` is one in some versions of sqlglot only, `IF` in some places. */
export const reservedWords: ReadonlySet<string> = words(`
  ALTER AND ANY AS BETWEEN CASE CONNECT_BY_ROOT CREATE CROSS CURRENT_CATALOG CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP
  CURRENT_USER DISTINCT DROP ELSE EXCEPT FETCH FOR FROM GLOB GRANT HAVING IF ILIKE IN INNER INSERT INTERSECT INTO JOIN
  LATERAL LIKE LOCALTIME LOCALTIMESTAMP NOT NOTNULL ON OR OUT OUTER PARTITIONED_BY QUALIFY REGEXP RETURNING REVOKE RLIKE
  ROLLBACK SELECT SESSION_USER STRAIGHT_JOIN TABLESAMPLE THEN UNCACHE UNION USING WHEN WHERE WITH XOR
`);

/** Not even a name after a dot. */
export const dottedReservedWords: ReadonlySet<string> = words(`
  ANY CASE CONNECT_BY_ROOT CURRENT_CATALOG CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER IF LOCALTIME
  LOCALTIMESTAMP NOT SELECT SESSION_USER
`);

/** Not a bare name at the start of a filter, where they begin a statement. */
export const statementWords: ReadonlySet<string> = words(`
  ANALYZE BEGIN CACHE CALL COMMENT COMMIT COPY DELETE DESC DESCRIBE EXECUTE EXPLAIN KILL LOAD MERGE OPTIMIZE PIVOT
  PRAGMA PREPARE RENAME SET SHOW TRUNCATE UNPIVOT UPDATE USE VACUUM
`);

/** Not a bare name after a parenthesis, where they begin a query. */
export const queryWords: ReadonlySet<string> = words("DESCRIBE VALUES");

/** Not a bare name before `<`, where their element types begin. */
export const containerWords: ReadonlySet<string> = words("ARRAY FILE LIST MAP NULLABLE OBJECT RANGE STRUCT");
