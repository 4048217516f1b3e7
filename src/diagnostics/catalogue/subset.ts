// 1xxx. What stands in the way of reading a class without running it.
//
//   1000-1022 expressions     1023-1029 options of the authoring library     1030-1039 classes     1040-1046 column types
//   1047-1049 classes again

import { error, warning } from "../message.ts";

/** The end of a help text: "; did you mean 'x'?" or nothing. */
function orElse(suggestion: string | null): string {
  return suggestion === null ? "" : `; did you mean '${suggestion}'?`;
}

export const subsetMessages = {
  MXC1000: error<{ message: string }>({
    message: (a) => `syntax error: ${a.message}`,
    help: () => "correct the file until TypeScript accepts it",
  }),
  MXC1001: error<{ syntax: string }>({
    message: (a) => `found ${a.syntax} where a static value is needed`,
    label: () => "not known without running it",
    help: () => "write the value as a literal, or as a `const` made of literals",
  }),
  MXC1002: error<{ name: string; suggestion: string | null }>({
    message: (a) => `nothing is called \`${a.name}\` here`,
    label: () => "not declared and not imported",
    help: (a) => `import or declare \`${a.name}\`${orElse(a.suggestion)}`,
  }),
  MXC1003: error<{ callee: string }>({
    message: (a) => `found a call of \`${a.callee}\`, and no function is run to learn a value`,
    label: () => "this call is not run",
    help: () =>
      "write the result as a literal or a `const`; only the constructors and factories of `metaxy-compile/dsl` may be called",
  }),
  MXC1004: error<{ name: string; keyword: string }>({
    message: (a) => `\`${a.name}\` is declared with \`${a.keyword}\`, so its value may change`,
    label: (a) => `declared with \`${a.keyword}\``,
    help: (a) => `declare it with \`const ${a.name}\``,
  }),
  MXC1005: error<{ specifier: string; library: string | null }>({
    message: (a) => `cannot find the module '${a.specifier}'`,
    label: () => "no such file or package",
    help: (a) =>
      a.library === null
        ? "check the path, the `paths` of the nearest tsconfig.json, and that the package is installed and built"
        : `import it from the authoring library: \`import { ${a.library} } from "metaxy-compile/dsl"\``,
  }),
  MXC1006: error<{ name: string; first: string; second: string }>({
    message: (a) => `\`${a.name}\` is exported by both '${a.first}' and '${a.second}' through \`export *\``,
    label: (a) => `a second \`${a.name}\``,
    help: (a) => `say which one: \`export { ${a.name} } from "${a.first}"\``,
  }),
  MXC1007: error<{ name: string; module: string; suggestion: string | null }>({
    message: (a) => `'${a.module}' exports nothing called \`${a.name}\``,
    label: () => "not exported there",
    help: (a) => `export \`${a.name}\` from '${a.module}', or import another name${orElse(a.suggestion)}`,
  }),
  MXC1008: error<{ name: string }>({
    message: (a) => `\`${a.name}\` is imported with \`import type\` but used as a value`,
    label: () => "only the type is imported",
    help: (a) => `import it without \`type\`: \`import { ${a.name} } from …\``,
  }),
  MXC1009: error<{ path: string }>({
    message: (a) => `the value depends on itself: ${a.path}`,
    label: () => "this closes the circle",
    help: () => "write one of these constants as a literal",
  }),
  MXC1010: error<{ property: string; owner: string; suggestion: string | null }>({
    message: (a) => `${a.owner} has no member \`${a.property}\``,
    label: () => "no such member",
    help: (a) => `use a member that is there${orElse(a.suggestion)}`,
  }),
  MXC1011: error<{ name: string; kind: string; callee: string | null }>({
    message: (a) => `\`${a.name}\` ${dangerOf(a.kind, a.callee)}, so its value is not the one it was declared with`,
    label: () => "may change here",
    help: () => "write `as const` after the value where it is declared, or use a copy here: `[...value]`",
  }),
  MXC1012: error<{ name: string }>({
    message: (a) => `\`${a.name}\` is used before it is defined`,
    label: () => "has no value yet",
    help: (a) => `move the definition of \`${a.name}\` above this line`,
  }),
  MXC1013: error<{ limit: string }>({
    message: (a) => `the value is too large to be written by hand: more than ${a.limit}`,
    label: () => "over the limit",
    help: () => "write a smaller literal",
  }),
  MXC1014: error<Record<never, never>>({
    message: () => "the key `__proto__` would set the object's prototype",
    label: () => "not an ordinary key",
    help: () => "use another key",
  }),
  MXC1015: error<{ key: string }>({
    message: (a) => `\`${a.key}\` is given twice`,
    label: () => "given again",
    help: () => "keep one of the two",
  }),
  MXC1016: error<{ member: string }>({
    message: (a) => `found ${a.member}, and no function is run to learn a value`,
    label: () => "this would have to run",
    help: () => "write a property with the value instead",
  }),
  MXC1017: error<{ operation: string; found: string }>({
    message: (a) => `${a.operation} has no static result for ${a.found}`,
    label: (a) => `found ${a.found}`,
    help: () => "write the value as a literal",
  }),
  MXC1018: error<{ name: string }>({
    message: (a) => `\`${a.name}\` is known only when the program runs`,
    label: () => "not known at compile time",
    help: () => "write the value as a literal; what differs between environments belongs into metaxy.toml",
  }),
  MXC1019: error<{ name: string; origin: string }>({
    message: (a) => `\`${a.name}\` is declared in '${a.origin}' without a value`,
    label: () => "no value to read",
    help: () => "write the value as a literal here",
  }),
  MXC1020: error<{ name: string; what: string }>({
    message: (a) => `\`${a.name}\` is ${a.what}, which is not a static value`,
    label: (a) => `this is ${a.what}`,
    help: () => "use a literal, a `const` or one of its members",
  }),
  MXC1021: error<{ form: string }>({
    message: (a) => `\`${a.form}\` is not a form of the authoring library`,
    label: () => "not such a form",
    help: () =>
      'classes take `new`, as in `new FeatureKey(["a"])`; `Field`, `float` and the members of `FieldsMapping` and `LineageRelationship` are called without it',
  }),
  MXC1022: error<{ syntax: string }>({
    message: (a) => `found ${a.syntax} in a destructuring pattern`,
    label: () => "not read",
    help: () => "take the property by its name: `const a = object.a`",
  }),

  MXC1023: error<{ path: string; expected: string; found: string }>({
    message: (a) => `\`${a.path}\` must be ${a.expected}, found ${a.found}`,
    label: (a) => `expected ${a.expected}`,
    help: (a) => `write ${a.expected}`,
  }),
  MXC1024: error<{ option: string; of: string; suggestion: string | null; known: readonly string[] }>({
    message: (a) => `${a.of} has no option \`${a.option}\``,
    label: () => "unknown option",
    help: (a) =>
      a.suggestion === null ? `remove it; the options are ${a.known.join(", ")}` : `did you mean '${a.suggestion}'?`,
  }),
  MXC1025: error<{ option: string; of: string; example: string }>({
    message: (a) => `${a.of} needs \`${a.option}\``,
    label: (a) => `no \`${a.option}\` here`,
    help: (a) => `add ${a.example}`,
  }),
  MXC1026: error<{ callee: string; expected: string; found: number }>({
    message: (a) => `\`${a.callee}\` takes ${a.expected}, found ${a.found}`,
    label: () => "wrong number of arguments",
    help: (a) => `give it ${a.expected}`,
  }),
  MXC1027: error<{ first: string; second: string }>({
    message: (a) => `\`${a.first}\` and \`${a.second}\` exclude each other`,
    label: (a) => `there is \`${a.first}\` already`,
    help: () => "keep one of the two",
  }),
  MXC1028: error<{ option: string; needed: string }>({
    message: (a) => `\`${a.option}\` means nothing without \`${a.needed}\``,
    label: (a) => `no \`${a.needed}\` here`,
    help: (a) => `add \`${a.needed}\`, or remove \`${a.option}\``,
  }),
  MXC1029: error<{ name: string }>({
    message: (a) => `\`${a.name}\` is read only on classes that extend \`BaseSQLModelFeature\``,
    label: () => "this class has no table",
    help: (a) => `extend \`BaseSQLModelFeature\`, or remove \`${a.name}\``,
  }),

  MXC1030: error<{ base: string; suggestion: string | null }>({
    message: (a) => `cannot tell which class \`${a.base}\` is`,
    label: () => "not a class that can be read",
    help: (a) => {
      if (a.suggestion === null)
        return "extend a class by its name, or a mixin applied to one: `extends WithAudit(BaseFeature)`";
      return a.suggestion === a.base
        ? `import it: \`import { ${a.base} } from "metaxy-compile/dsl"\``
        : `did you mean '${a.suggestion}'?`;
    },
  }),
  MXC1031: error<{ path: string }>({
    message: (a) => `a class cannot extend itself: ${a.path}`,
    label: () => "this closes the circle",
    help: () => "extend `BaseFeature` or `BaseSQLModelFeature` at one of these classes",
  }),
  MXC1032: error<{ mixin: string }>({
    message: (a) => `\`${a.mixin}\` is not a mixin that can be read`,
    label: () => "which class this makes is not known",
    help: () => "a mixin is `(Base) => class extends Base { … }`, or a function that only returns such a class",
  }),
  MXC1033: error<{ name: string; base: string }>({
    message: (a) => `\`${a.name}\` is a table and extends \`${a.base}\`, which is a table too`,
    label: () => "this base has a table of its own",
    help: () => "move the shared columns into a base class without `spec` and `table`, and extend that in both",
  }),
  MXC1034: error<{ member: string }>({
    message: (a) => `\`${a.member}\` follows a member that is no number, so it needs a value`,
    label: () => "has no value",
    help: () => "write its value: `= …`",
  }),
  MXC1035: error<{ name: string }>({
    message: (a) => `\`${a.name}\` is declared in a constructor, where it is no column`,
    label: () => "a parameter property",
    help: (a) => `declare it in the class: \`${a.name}!: T\``,
  }),
  MXC1036: error<Record<never, never>>({
    message: () => "found a property with a computed name, which no column can have",
    label: () => "a computed name",
    help: () => "write the name out",
  }),
  MXC1037: error<{ name: string; path: string; reason: string }>({
    message: (a) => `\`${a.path}\` must be a feature, but \`${a.name}\` ${a.reason}`,
    label: () => "not a feature",
    help: () => "name a class that extends `BaseFeature` or `BaseSQLModelFeature` and has a `static readonly spec`",
  }),
  MXC1038: warning<{ name: string }>({
    message: (a) =>
      `\`${a.name}\` has \`table = true\` but no \`spec\` of its own, so it is no feature and gets no table`,
    label: () => "no `spec` in this class",
    help: () => "add `static readonly spec = new FeatureSpec({ … })`, or mark a class of shared columns `abstract`",
  }),

  MXC1039: error<{ name: string; property: string; what: string }>({
    message: (a) => `\`${a.property}\` of \`${a.name}\` is ${a.what}, and only a static property is read`,
    label: (a) => a.what,
    help: (a) => `write \`static readonly ${a.property} = ${STATIC_VALUES[a.property] ?? "…"}\``,
  }),

  MXC1040: error<{ type: string; help: string }>({
    message: (a) => `found ${a.type}, which has no column type`,
    label: () => "no column type",
    help: (a) => a.help,
  }),
  MXC1041: error<{ name: string; type: string }>({
    message: (a) => `the column \`${a.name}\` has no type`,
    label: () => "no type written",
    help: (a) => `write it: \`${a.name}: ${a.type}\``,
  }),
  MXC1042: error<{ name: string; suggestion: string | null }>({
    message: (a) => `no type is called \`${a.name}\` here`,
    label: () => "not declared and not imported",
    help: (a) => `import or declare \`${a.name}\`${orElse(a.suggestion)}`,
  }),
  MXC1043: error<{ path: string }>({
    message: (a) => `the type contains itself: ${a.path}`,
    label: () => "this closes the circle",
    help: (a) => `store it as JSON: \`Json<${a.path.split(" → ").at(-1) ?? ""}>\``,
  }),
  MXC1044: error<{ type: string; expected: string; found: string }>({
    message: (a) => `\`${a.type}\` takes ${a.expected}, found ${a.found}`,
    label: (a) => `expected ${a.expected}`,
    help: (a) => `write ${a.expected}`,
  }),
  MXC1045: error<{ among: "union" | "tuple"; first: string; second: string }>({
    message: (a) => `found a ${a.among} of ${a.first} and ${a.second}, which share no column type`,
    label: () => "not one column type",
    help: () => "keep one of the two, or store both as JSON: `Json<…>`",
  }),
  MXC1046: error<{ name: string; found: string }>({
    message: (a) => `the column \`${a.name}\` starts with ${a.found}, which is no default`,
    label: () => "not a default",
    help: () => 'give a literal, or what the database computes: `Field({ defaultSql: "now()" })`',
  }),
  MXC1047: warning<Record<never, never>>({
    message: () =>
      "this class with a `spec` stands inside a function, a block or an expression, where no feature is read",
    label: () => "not read",
    help: () => "declare it at the top level of the module: `export class … extends …`",
  }),
  MXC1048: warning<{ name: string }>({
    message: (a) => `the interface \`${a.name}\` merges with the class \`${a.name}\`, and what it adds is no column`,
    label: () => "not read",
    help: () => "declare the columns in the class, or in a class that it extends",
  }),
  MXC1049: warning<{ name: string; known: string }>({
    message: (a) => `the static \`${a.name}\` means nothing to a feature`,
    label: () => "not read",
    help: (a) => `did you mean '${a.known}'?`,
  }),
  MXC1050: warning<{ base: string; path: string }>({
    message: (a) =>
      `the columns of \`${a.base}\` come from '${a.path}', which does not say what \`Field(…)\` gave them`,
    label: () => "read from a declaration file",
    help: () => "import it from its source, or declare the columns in a class of this project",
  }),
  MXC1051: warning<{ name: string }>({
    message: (a) => `\`${a.name}\` has a FeatureSpec but extends no feature class, so it is no feature`,
    label: () => "no feature",
    help: (a) => `write \`class ${a.name} extends BaseSQLModelFeature\`, or BaseFeature for one without a table`,
  }),
} as const;

const STATIC_VALUES: Readonly<Record<string, string>> = { spec: "new FeatureSpec({ … })", table: "true" };

function dangerOf(kind: string, callee: string | null): string {
  switch (kind) {
    case "written":
      return "is assigned to";
    case "method":
      return callee === null ? "has a method called on it" : `has \`${callee.split(".").at(-1)}\` called on it`;
    case "passed":
      return callee === null ? "is passed to a function" : `is passed to \`${callee}\``;
    default:
      return "is kept under another name";
  }
}
