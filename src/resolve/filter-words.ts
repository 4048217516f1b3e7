// Words that a filter may use as column names only in double quotes (tried with sqlglot 30, which Metaxy parses with).

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Never a bare name. */
export const reservedWords: ReadonlySet<string> = words(`
  ALTER AND ANY AS BETWEEN CASE CREATE CROSS CURRENT_CATALOG CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER
  DISTINCT DROP ELSE EXCEPT FETCH FOR FROM GLOB GRANT HAVING IF ILIKE IN INNER INSERT INTERSECT INTO IS JOIN LATERAL
  LIKE LOCALTIME LOCALTIMESTAMP NOT NOTNULL ON OR OUTER PARTITIONED_BY QUALIFY REGEXP RETURNING REVOKE RLIKE ROLLBACK
  SELECT SESSION_USER STRAIGHT_JOIN TABLESAMPLE THEN UNCACHE UNION USING WHEN WHERE WITH XOR
`);

/** Not a bare name at the start of a filter, where they begin a statement. */
export const statementWords: ReadonlySet<string> = words(`
  ANALYZE BEGIN CACHE CALL COMMENT COMMIT COPY DELETE DESC DESCRIBE EXECUTE EXPLAIN KILL LOAD MERGE OPTIMIZE PIVOT
  PRAGMA PREPARE RENAME SET SHOW TRUNCATE UNPIVOT UPDATE USE VACUUM
`);
