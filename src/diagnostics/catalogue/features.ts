// 20xx and 21xx. Keys, projects, dependencies, columns, lock files: what resolve finds.

import { error, warning } from "../message.ts";

const partRule = "lower-case letters, digits, '_' and '-'";

/** What to write instead of a bad part, where that can be guessed. */
function partHelp(valid: string, rule: string): string {
  return valid === "" ? `use ${rule}` : `write '${valid}'`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

/** Metaxy's own `lock` reads the file first, and ends with one that is broken. */
const LOCK_ANEW =
  "take a whole version of the file from git, or remove it and write it again: `metaxy lock`, or `metaxy-compile --emit lock`";

export const featureMessages = {
  // Keys and the names made of them

  MXC2001: error<{ what: string }>({
    message: (a) => `${a.what} has no parts, expected at least one`,
    label: () => "empty key",
    help: () => 'write a name such as "video" or ["video", "raw"]',
  }),
  MXC2002: error<{ what: string; key: string }>({
    message: (a) => `${a.what} '${a.key}' has an empty part`,
    label: () => "empty part",
    help: () => "write the parts with a single '/' between them and none at either end",
  }),
  MXC2003: error<{ what: string; part: string }>({
    message: (a) => `part '${a.part}' of a ${a.what} contains '/', which separates parts`,
    label: () => "contains '/'",
    help: (a) =>
      `write several parts: [${a.part
        .split("/")
        .map((part) => JSON.stringify(part))
        .join(", ")}]`,
  }),
  MXC2004: error<{ what: string; part: string }>({
    message: (a) => `part '${a.part}' of a ${a.what} contains '__', which joins parts in table names`,
    label: () => "contains '__'",
    help: (a) => `write '${a.part.replace(/_{2,}/g, "_")}', or make it two parts`,
  }),
  MXC2005: error<{ what: string; part: string; valid: string }>({
    message: (a) => `a ${a.what} cannot start with '${a.part}', expected ${partRule} after a lower-case letter or '_'`,
    label: () => "invalid first part",
    help: (a) => partHelp(a.valid, `${partRule}, beginning with a letter or '_'`),
  }),
  MXC2006: error<{ what: string; part: string; valid: string }>({
    message: (a) => `'${a.part}' cannot be part of a ${a.what}, expected ${partRule}`,
    label: () => "invalid part",
    help: (a) => partHelp(a.valid, `${partRule}, not beginning with '-'`),
  }),
  MXC2007: error<{ key: string; first: string }>({
    message: (a) => `feature key '${a.key}' is already the key of ${a.first}`,
    label: () => "declared again",
    help: () => "give one of the two classes another key",
  }),
  MXC2008: error<{ key: string }>({
    message: (a) => `field '${a.key}' is declared twice`,
    label: () => "declared again",
    help: () => "remove one of the two fields, or give it another key",
  }),
  MXC2009: error<{ key: string; other: string; structKey: string }>({
    message: (a) => `fields '${a.key}' and '${a.other}' are both stored as '${a.structKey}'`,
    label: (a) => `stored as '${a.structKey}'`,
    help: () => "rename one of them so that they differ in more than '/' and '_'",
  }),
  MXC2010: error<{ key: string; other: string; table: string }>({
    message: (a) => `features '${a.key}' and '${a.other}' would share the table '${a.table}'`,
    label: (a) => `makes table '${a.table}'`,
    help: () => "change one of the keys; '-' becomes '_' in a table's name, and parts are joined by '__'",
  }),
  MXC2011: error<{ key: string; table: string }>({
    message: (a) => `feature '${a.key}' takes table '${a.table}', a name that belongs to Metaxy's system tables`,
    label: () => "reserved for system tables",
    help: () => "use a key that does not begin with 'metaxy-system' and makes another table name",
  }),
  MXC2012: error<{ found: string }>({
    message: (a) => `metadata contains ${a.found}, expected JSON data`,
    label: () => "not JSON",
    help: () => "use null, booleans, numbers, strings, arrays and objects; `float(1)` is Python's 1.0",
  }),

  // Id columns

  MXC2020: error<Record<never, never>>({
    message: () => "the feature has no id columns, expected at least one",
    label: () => "idColumns is empty",
    help: () => 'name the columns that identify a sample, e.g. idColumns: ["video_id"]',
  }),
  MXC2021: error<{ column: string }>({
    message: (a) => `id column '${a.column}' is listed twice`,
    label: () => "listed again",
    help: () => "remove one of the two",
  }),
  MXC2022: error<{ column: string }>({
    message: (a) => `system column '${a.column}' cannot be an id column`,
    label: () => "filled in by Metaxy",
    help: () => "name the columns of your own that identify a sample",
  }),
  MXC2023: error<{ column: string; className: string; suggestion: string }>({
    message: (a) => `id column '${a.column}' is not a column of ${a.className}`,
    label: () => "not declared",
    help: (a) => a.suggestion || `declare it in the class, e.g. \`${a.column}!: string;\``,
  }),
  MXC2024: warning<{ column: string; className: string; suggestion: string }>({
    message: (a) => `id column '${a.column}' is not declared in ${a.className}`,
    label: () => "not declared",
    help: (a) => a.suggestion || `declare it in the class, e.g. \`${a.column}!: string;\``,
  }),
  MXC2025: error<{ column: string }>({
    message: (a) => `id column '${a.column}' admits null, expected a column that always has a value`,
    label: () => "admits null",
    help: () => "take `?`, `| null`, `| undefined` or `nullable: true` away",
  }),
  MXC2026: warning<{ column: string }>({
    message: (a) => `id column '${a.column}' admits null, so it cannot identify every sample`,
    label: () => "admits null",
    help: () => "take `?`, `| null`, `| undefined` or `nullable: true` away",
  }),
  MXC2027: error<{ column: string; option: string }>({
    message: (a) => `id column '${a.column}' gets its value from the database, expected one that the pipeline gives`,
    label: () => "generated by the server",
    help: (a) => `remove '${a.option}': Metaxy joins and hashes by ids before a row reaches the database`,
  }),
  MXC2028: warning<{ property: string; column: string }>({
    message: (a) => `id column '${a.property}' is a property; in the database the column is '${a.column}'`,
    label: (a) => `named '${a.column}' in the table`,
    help: (a) => `write '${a.column}': Metaxy looks for id columns by their names in the database`,
  }),

  // Columns

  MXC2030: error<{ column: string }>({
    message: (a) => `'${a.column}' is a system column, which every feature has already`,
    label: () => "declared again",
    help: () => "remove the property, or give the column a name that does not begin with 'metaxy_'",
  }),
  MXC2031: warning<{ column: string }>({
    message: (a) => `column '${a.column}' is easily taken for the system column 'metaxy_${a.column}'`,
    label: () => "nearly a system column",
    help: (a) => `choose another name, e.g. 'source_${a.column}'; Python refuses this one when it has a default`,
  }),

  // Tables and configuration

  MXC2040: error<{ className: string; others: number; configFile: string }>({
    message: (a) =>
      a.others === 0
        ? `${a.className} is a table, but ${a.configFile} does not enable the sqlmodel integration`
        : `${a.className} and ${a.others} more are tables, but ${a.configFile} does not enable the sqlmodel integration`,
    label: () => "has `table = true`",
    help: (a) => {
      const header = a.configFile.endsWith("pyproject.toml") ? "[tool.metaxy.ext.sqlmodel]" : "[ext.sqlmodel]";
      return `add to ${a.configFile}:\n\n${header}\nenable = true`;
    },
  }),
  MXC2041: error<{ className: string; inferred: string }>({
    message: (a) => `${a.className} has no tableName, and infer_db_table_names is false`,
    label: () => "has no table name",
    help: (a) => `add \`static readonly tableName = "${a.inferred}";\`, or set infer_db_table_names = true`,
  }),

  // Dependencies

  MXC2060: error<{ key: string; suggestion: string }>({
    message: (a) => `there is no feature '${a.key}'`,
    label: () => "unknown feature",
    help: (a) => a.suggestion || "declare it, add its file to the sources, or lock it in metaxy.lock",
  }),
  MXC2062: error<{ key: string }>({
    message: (a) => `feature '${a.key}' depends on itself`,
    label: () => "its own key",
    help: () => "remove the dependency",
  }),
  MXC2063: error<{ cycle: readonly string[] }>({
    message: (a) => `features depend on each other in a circle: ${[...a.cycle, a.cycle[0] ?? ""].join(" → ")}`,
    label: (a) => `'${a.cycle[0] ?? ""}' depends on '${a.cycle[1] ?? ""}'`,
    help: () => "remove one of these dependencies",
  }),
  MXC2064: warning<{ key: string }>({
    message: (a) => `the dependency on '${a.key}' is listed twice`,
    label: () => "listed again",
    help: () => "merge the two into one",
  }),
  MXC2065: error<{ feature: string; suggestion: string }>({
    message: (a) => `'${a.feature}' is not among the feature's dependencies`,
    label: () => "not a dependency",
    help: (a) => a.suggestion || "add it to `deps` of the spec",
  }),
  MXC2066: error<{ field: string; feature: string; suggestion: string }>({
    message: (a) => `feature '${a.feature}' has no field '${a.field}'`,
    label: () => "unknown field",
    help: (a) => a.suggestion || `name a field that the spec of '${a.feature}' lists; fields are not columns`,
  }),
  MXC2067: warning<{ field: string }>({
    message: (a) => `parents of field '${a.field}' are ignored, because its feature has no dependencies`,
    label: () => "ignored",
    help: () => "add the upstream feature to `deps` of the spec, or remove the field's `deps`",
  }),
  MXC2068: warning<{ field: string; feature: string; suggestion: string }>({
    message: (a) => `feature '${a.feature}' has no field '${a.field}', so this entry has no effect`,
    label: () => "unknown field",
    help: (a) => a.suggestion || "remove the entry",
  }),
  MXC2069: error<{ field: string; feature: string }>({
    message: (a) => `field '${a.field}' of '${a.feature}' gets no parent field from any dependency`,
    label: () => "no upstream fields found",
    help: () => "name its parents in the FieldSpec's `deps`, or let the fieldsMapping of a dependency cover it",
  }),

  // What is taken from a dependency

  MXC2080: error<{ column: string; renamed: string }>({
    message: (a) => `select names '${a.column}', which rename has turned into '${a.renamed}'`,
    label: () => "the name before rename",
    help: (a) => `write '${a.renamed}': rename comes before select`,
  }),
  MXC2081: error<{ from: string; to: string }>({
    message: (a) => `column '${a.from}' is renamed to the system column '${a.to}'`,
    label: () => "a system column",
    help: () => "rename it to a name that does not begin with 'metaxy_'",
  }),
  MXC2082: error<{ from: string; to: string; feature: string }>({
    message: (a) => `column '${a.from}' is renamed to '${a.to}', an id column of '${a.feature}'`,
    label: () => "an id column upstream",
    help: () => "choose a name that is free",
  }),
  MXC2083: error<{ from: string; to: string }>({
    message: (a) => `column '${a.from}' is renamed to '${a.to}', as another column is`,
    label: () => "taken by another rename",
    help: () => "give each column a name of its own",
  }),
  MXC2084: error<{ column: string; feature: string }>({
    message: (a) => `column '${a.column}' comes from '${a.feature}' although another dependency brings it already`,
    label: () => "brought twice",
    help: (a) => `rename it in one of the two, e.g. rename: { ${JSON.stringify(a.column)}: "other_name" }`,
  }),
  MXC2085: error<{ column: string; where: string; feature: string; suggestion: string }>({
    message: (a) => `${a.where} names '${a.column}', which is not a column of '${a.feature}'`,
    label: () => "unknown column",
    help: (a) => a.suggestion || `name a column that the class of '${a.feature}' declares`,
  }),
  MXC2086: warning<{ column: string; where: string; feature: string; suggestion: string }>({
    message: (a) => `${a.where} names '${a.column}', which the class of '${a.feature}' does not declare`,
    label: () => "unknown column",
    help: (a) => a.suggestion || "declare the column there, so that its name can be checked",
  }),
  MXC2087: error<Record<never, never>>({
    message: () => "the expansion names no columns that identify the parent row",
    label: () => "`on` is empty",
    help: () => 'name the id columns of the parent, e.g. on: ["video_id"]',
  }),
  MXC2088: error<{ problem: string }>({
    message: (a) => `the filter is not a condition Metaxy can read: ${a.problem}`,
    label: (a) => a.problem,
    help: () =>
      "use comparisons, IS, IN, AND, OR, NOT and parentheses; quote texts with ' and odd column names with \"",
  }),
  MXC2089: warning<{ column: string; feature: string; suggestion: string }>({
    message: (a) => `the filter names '${a.column}', which the class of '${a.feature}' does not declare`,
    label: () => "unknown column",
    help: (a) => a.suggestion || "name a column as it is called after rename; texts stand in single quotes",
  }),

  // Projects

  MXC2090: error<{ name: string; problem: string }>({
    message: (a) => `project name '${a.name}' ${a.problem}`,
    label: () => "not a project name",
    help: () => "use letters, digits, '_' and '-', without '__'",
  }),
  MXC2091: error<{ name: string; problem: string; file: string; property: string }>({
    message: (a) => `project name '${a.name}', taken from "${a.property}" in ${a.file}, ${a.problem}`,
    label: () => "belongs to that package",
    help: (a) => `add to ${a.file}: "metaxy": { "project": "my_project" }`,
  }),
  MXC2092: error<{ project: string; names: readonly string[]; suggestion: string }>({
    message: (a) => `no feature is of project '${a.project}', only of ${listed(a.names)}`,
    help: (a) => a.suggestion || "choose one with --project or `project` in the configuration, or use --all-projects",
  }),
  MXC2093: warning<Record<never, never>>({
    message: () => "no feature class was found in the sources",
    help: () => "a feature is a class that extends BaseFeature or BaseSQLModelFeature and has a static spec",
  }),
  MXC2094: error<{ file: string }>({
    message: (a) => `${a.file} is not valid JSON, so the project of its features is not known`,
    label: () => "belongs to that package",
    help: (a) => `mend ${a.file}`,
  }),
  MXC2095: error<{ names: readonly string[] }>({
    message: (a) => `features of several projects were found and none was chosen: ${listed(a.names)}`,
    help: () => "set `project` in the configuration, or use --project NAME or --all-projects",
  }),

  MXC2096: error<{ names: readonly string[] }>({
    message: (a) => `push.sql records one project, and features of several were kept: ${listed(a.names)}`,
    help: () => "use --project NAME instead of --all-projects, once for each project",
  }),

  // Features of other code bases

  MXC2100: error<{ file: string; problem: string }>({
    message: (a) => `${a.file} is not a lock file: ${a.problem}`,
    label: (a) => a.problem,
    help: () => LOCK_ANEW,
  }),
  MXC2101: error<{ key: string; problem: string }>({
    message: (a) => `the lock file's entry for '${a.key}' cannot be read: ${a.problem}`,
    label: (a) => a.problem,
    help: () => LOCK_ANEW,
  }),
} as const;
