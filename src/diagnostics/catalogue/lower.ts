// 26xx. Columns, constraints and names of the tables that features become.

import { error, warning } from "../message.ts";

export const lowerMessages = {
  // Names and text

  MXC2601: error<{ what: string; name: string; problem: string }>({
    message: (a) => `${a.what} name '${a.name}' contains ${a.problem}`,
    label: (a) => a.problem,
    help: () => "use letters, digits and '_'; accented letters in their composed form (Unicode NFC) are fine",
  }),
  MXC2602: error<{ what: string; problem: string }>({
    message: (a) => `${a.what} contains ${a.problem}, which no database can store`,
    label: (a) => a.problem,
    help: () => "take the character out",
  }),
  MXC2660: error<{ what: string; word: string; isCase: boolean; suggestion: string | null }>({
    message: (a) =>
      a.isCase
        ? `${a.what} names '${a.word}', but the column is '${a.suggestion}', and names keep their case`
        : `${a.what} names '${a.word}', which is no column`,
    label: (a) => (a.isCase ? `not '${a.suggestion}'` : "no column of that name"),
    help: (a) =>
      a.suggestion === null ? "name a column of the class; a text stands in single quotes" : `write '${a.suggestion}'`,
  }),
  MXC2661: warning<{ what: string; word: string; isCase: boolean; suggestion: string | null }>({
    message: (a) => `${a.what} has "${a.word}" in double quotes, which is no column and becomes a text`,
    label: () => "a text, not a column",
    help: (a) =>
      a.suggestion === null
        ? `write '${a.word}' in single quotes`
        : `write ${a.suggestion} if you mean the column, or the text in single quotes`,
  }),
  MXC2603: error<{ name: string; other: string; kind: "same" | "case" | "system" }>({
    message: (a) =>
      a.kind === "system"
        ? `column '${a.name}' takes the name of the system column '${a.other}'`
        : a.kind === "same"
          ? `two columns of one table are named '${a.name}'`
          : `columns '${a.name}' and '${a.other}' differ only in case, which most databases ignore`,
    label: (a) => `becomes column '${a.name}'`,
    help: () => 'give one of them another name, e.g. `Field({ name: "other_name" })`',
  }),
  MXC2604: error<{ kind: string; token: string; suggestion: string }>({
    message: (a) => `naming_convention '${a.kind}' uses '%(${a.token})s', which has no meaning there`,
    help: (a) =>
      a.suggestion === ""
        ? "use a token such as %(table_name)s, %(column_0_name)s or %(column_0_N_name)s"
        : `${a.suggestion}`,
  }),
  MXC2605: error<{ kind: string; template: string }>({
    message: (a) => `naming_convention '${a.kind}' has a '%' that starts no token in '${a.template}'`,
    help: () => "write tokens as %(table_name)s, and a per cent sign as %%",
  }),
  MXC2606: error<{ what: string; kind: string }>({
    message: (a) =>
      `this ${a.what} needs a name for SQLAlchemy, because naming_convention '${a.kind}' uses %(constraint_name)s`,
    label: () => "has no name",
    help: (a) => `name it, take %(constraint_name)s out of naming_convention '${a.kind}', or use compat = "native"`,
  }),
  MXC2607: error<{ what: string; name: string; length: number; limit: number; unit: string; dialect: string }>({
    message: (a) => `${a.what} name '${a.name}' has ${a.length} ${a.unit}, ${a.dialect} takes at most ${a.limit}`,
    label: () => "its name is too long",
    help: (a) =>
      a.what === "table"
        ? "shorten the feature's key or the store's table_prefix, or set `static readonly tableName`"
        : a.what === "column"
          ? 'give it a shorter name, e.g. `Field({ name: "short" })`'
          : `give the ${a.what} a shorter name, or shorten naming_convention`,
  }),
  MXC2608: error<{ what: string; name: string; other: string; dialect: string; within: string }>({
    message: (a) =>
      `${a.what} name '${a.name}' is already taken by ${a.other}; ${a.dialect} wants it unique in the ${a.within}`,
    label: (a) => `makes ${a.what} '${a.name}'`,
    help: (a) => `give one of the two a name of its own${a.what === "table" ? ": `static readonly tableName`" : ""}`,
  }),
  MXC2609: error<{ names: string; dialect: string }>({
    message: (a) =>
      `Python Metaxy names every table's injected key ${a.names}, and ${a.dialect} has room for one in a schema`,
    label: () => "the second table with that name",
    help: () => 'set compat = "native" in [ext.compile], or inject for one table only',
  }),
  MXC2610: error<{ table: string }>({
    message: (a) => `an index of '${a.table}' has no column to be named after`,
    label: () => "only expressions",
    help: () => 'name it: `new Index("name", …)`',
  }),
  MXC2611: error<{ what: string; name: string; prefix: string; dialect: string }>({
    message: (a) => `${a.what} name '${a.name}' starts with '${a.prefix}', which ${a.dialect} keeps for itself`,
    label: (a) => `starts with '${a.prefix}'`,
    help: () => "choose a name that starts otherwise",
  }),
  MXC2612: error<{ what: string; name: string; character: string; dialect: string }>({
    message: (a) => `${a.what} name '${a.name}' contains '${a.character}', which ${a.dialect} does not take there`,
    label: (a) => `contains '${a.character}'`,
    help: () => "use letters, digits and '_'",
  }),
  MXC2613: error<{
    prefix: string;
    names: readonly string[];
    more: number;
    room: number;
    unit: string;
    dialect: string;
  }>({
    message: (a) =>
      `table_prefix '${a.prefix}' makes names longer than ${a.dialect} takes, in ${a.unit}: ${a.names.join(", ")}${a.more === 0 ? "" : ` and ${a.more} more`}`,
    label: () => "too long a prefix",
    help: (a) => (a.room === 0 ? "leave the prefix out" : `use a prefix of at most ${a.room} ${a.unit}`),
  }),

  // tableArgs and keys

  MXC2620: error<{ what: string; name: string; className: string; suggestion: string }>({
    message: (a) => `${a.what} names '${a.name}', which is no column of ${a.className}`,
    label: () => "no such column",
    help: (a) => (a.suggestion === "" ? "use the name of a property or of a SQL column" : a.suggestion),
  }),
  MXC2621: warning<{ replaced: string; by: string; origin: string }>({
    message: (a) => `primary key (${a.replaced}) gives way to (${a.by}) from ${a.origin}`,
    label: () => "has no effect",
    help: (a) => `keep one of the two: remove this, or ${a.origin}`,
  }),
  MXC2622: error<{ className: string }>({
    message: (a) => `${a.className} has two primary key constraints`,
    label: () => "the second one",
    help: () => "keep one PrimaryKeyConstraint that names all columns of the key",
  }),
  MXC2623: warning<{ name: string }>({
    message: (a) => `column '${a.name}' admits null but is part of the primary key, so the table says NOT NULL`,
    label: () => "never null in the table",
    help: () => "take '?', '| null' or `nullable: true` away, or take the column out of the key",
  }),

  // Options of Field

  MXC2630: error<{ option: string; type: string; expected: string }>({
    message: (a) => `'${a.option}' applies to ${a.expected}, not to ${a.type}`,
    label: () => "does not apply",
    help: (a) => `remove '${a.option}', or change the property's type`,
  }),
  MXC2631: error<{ precision: number; scale: number }>({
    message: (a) => `a decimal of ${a.precision} digits cannot have ${a.scale} of them after the point`,
    label: () => "precision and scale do not fit",
    help: () => "give both `precision` and `scale`, the scale no larger than the precision",
  }),
  MXC2632: error<{ first: string; second: string }>({
    message: (a) => `'${a.first}' and '${a.second}' exclude each other`,
    label: (a) => `'${a.first}' is given too`,
    help: () => "keep one of the two",
  }),

  // Foreign keys

  MXC2640: error<{ name: string; reason: string }>({
    message: (a) => `foreign key points at ${a.name}, which ${a.reason}`,
    label: (a) => a.reason,
    help: () => "point at a feature class with `static readonly table = true`",
  }),
  MXC2641: error<{ table: string; column: string; suggestion: string }>({
    message: (a) => `foreign key points at column '${a.column}', which '${a.table}' does not have`,
    label: () => "no such column",
    help: (a) => (a.suggestion === "" ? `use a column of '${a.table}'` : a.suggestion),
  }),
  MXC2642: error<{ tables: string }>({
    message: (a) => `one foreign key points at several tables: ${a.tables}`,
    label: () => "expected targets in one table",
    help: () => "write one ForeignKeyConstraint for each table",
  }),
  MXC2643: error<{ column: string; type: string; target: string; targetType: string }>({
    message: (a) => `foreign key column '${a.column}' is ${a.type}, but '${a.target}' is ${a.targetType}`,
    label: (a) => `expected ${a.targetType}`,
    help: () => "give both columns the same type",
  }),
  MXC2644: error<{ dialect: string; cycle: string }>({
    message: (a) =>
      `tables refer to each other in a circle, ${a.cycle}, and ${a.dialect} takes foreign keys neither to tables that come later nor afterwards`,
    label: () => "closes the circle",
    help: (a) =>
      `keep the column without its foreign key, and check when rows are written what ${a.dialect} cannot; other databases take the circle`,
  }),
  MXC2645: error<{ option: string; column: string }>({
    message: (a) => `'${a.option}' sets column '${a.column}' to null, which it does not admit`,
    label: () => "SET NULL",
    help: () => "add '| null' to the column's type, or choose another action",
  }),

  MXC2646: warning<{ table: string; suggestion: string }>({
    message: (a) => `foreign key points at table '${a.table}', which no feature of this project makes`,
    label: () => "made elsewhere, if at all",
    help: (a) =>
      a.suggestion || "create it before these tables; tables of features are named without the store's prefix",
  }),

  MXC2670: error<{ column: string }>({
    message: (a) => `foreign key names column '${a.column}' twice`,
    label: () => "the second time",
    help: () => "name each column once, on both sides",
  }),
  MXC2671: error<{ columns: string }>({
    message: (a) => `foreign key (${a.columns}) refers to its own columns, so that every row refers to itself`,
    label: () => "refers to itself",
    help: () => "refer from another column, or remove the foreign key",
  }),
  MXC2672: error<{ option: string; column: string }>({
    message: (a) => `'${a.option}' sets column '${a.column}' to its default, but it has none and does not admit null`,
    label: () => "SET DEFAULT",
    help: () => "give the column a `default`, or choose another action",
  }),
  MXC2673: error<{ columns: string }>({
    message: (a) => `two foreign keys join (${a.columns}) with the same columns, but not with the same actions`,
    label: () => "the second one",
    help: () => "keep one of the two",
  }),
  MXC2674: warning<{ option: string; column: string }>({
    message: (a) => `'${a.option}' sets column '${a.column}' to its default, which is null, because it has none`,
    label: () => "SET DEFAULT",
    help: () => 'give the column a `default`, or say "SET NULL"',
  }),

  MXC2690: error<{ what: string }>({
    message: (a) => `this ${a.what} says the same as another one of its table`,
    label: () => "declared twice",
    help: () => "take one of the two out; if you want both, give this one a name",
  }),

  // compat = "sqlmodel"

  MXC2680: warning<{ column: string; python: string; saType: string; sqlType: string }>({
    message: (a) =>
      `SQLModel has no column type for ${a.python}, so in Python column '${a.column}' needs one of its own, and the one here is a guess`,
    label: () => "no column type in Python",
    help: (a) =>
      `name the type in both: \`Field(sa_type=${a.saType})\` in Python, \`Field({ type: "${a.sqlType}" })\` here; or use compat = "native"`,
  }),
  MXC2650: error<{ className: string }>({
    message: (a) => `${a.className} has no primary key, and Python Metaxy refuses to make a table without one`,
    label: () => "no primary key",
    help: () =>
      'set inject_primary_key = true in [ext.sqlmodel], mark a column `Field({ primaryKey: true })`, or use compat = "native"',
  }),
  MXC2651: error<{ name: string; expected: string }>({
    message: (a) => `Python Metaxy names this table '${a.expected}' and refuses any other name, such as '${a.name}'`,
    label: () => "not possible in Python",
    help: () => 'remove tableName, or use compat = "native"',
  }),
  MXC2652: error<{ table: string; prefix: string }>({
    message: (a) =>
      `Python Metaxy leaves this foreign key pointing at '${a.table}', while the table is named '${a.prefix}${a.table}'`,
    label: () => "the prefix is missing in Python",
    help: () => 'use compat = "native", which adds the prefix, or a store without table_prefix',
  }),
  MXC2653: error<{ name: string }>({
    message: (a) => `id column '${a.name}' is a lone integer primary key, which SQLAlchemy lets the server number`,
    label: () => "would be generated by the server",
    help: () => 'set inject_primary_key = true, so that the key has more columns, or use compat = "native"',
  }),
  MXC2654: warning<{ table: string; columns: string }>({
    message: (a) =>
      `Python Metaxy's key of table '${a.table}' (${a.columns}) refuses the second \`metaxy push\` after a change, because a push records unchanged features again`,
    help: () =>
      'use compat = "native", whose key has `recorded_at` too, or let Metaxy create its system tables, which gives them no key',
  }),
} as const;
