// argv → what to do. The only user of yargs.

import { createRequire } from "node:module";
import yargs, { type Argv } from "yargs";
import type { EmitKind } from "../model/project.ts";
import { FORMATS, type Format, isDocument } from "./format.ts";

/** What `--emit` takes. */
const EMIT_KINDS = ["sql", "json", "lock", "push"] as const satisfies readonly EmitKind[];

/** Options that every command takes. */
export interface CommonOptions {
  readonly config: string | null;
  /** Null: `pretty`. */
  readonly format: Format | null;
  readonly strict: boolean;
  readonly maxDiagnostics: number | null;
  readonly quiet: boolean;
  /** Null: only for terminals, and not when NO_COLOR is set. */
  readonly color: boolean | null;
}

/** Which store's URL or tables. */
interface StoreOptions {
  readonly store: string | null;
  readonly allStores: boolean;
  readonly dialect: string | null;
}

/** Options of the commands that compile. */
export interface CompileFlags extends CommonOptions, StoreOptions {
  readonly paths: readonly string[];
  readonly outDir: string | null;
  readonly project: string | null;
  readonly allProjects: boolean;
  readonly injectPrimaryKey: boolean | null;
  readonly injectIndex: boolean | null;
  readonly emit: readonly EmitKind[] | null;
  readonly stdout: boolean;
  readonly dryRun: boolean;
  readonly check: boolean;
}

/** A command with its options. */
export type Invocation =
  | { readonly command: "compile" | "check"; readonly flags: CompileFlags }
  | { readonly command: "prove"; readonly flags: CompileFlags & { readonly url: string | null } }
  | {
      readonly command: "url";
      readonly flags: CommonOptions & {
        readonly store: string | null;
        readonly protocol: string | null;
        readonly port: number | null;
      };
    }
  | { readonly command: "impact"; readonly flags: CompileFlags & { readonly against: string } }
  | { readonly command: "where"; readonly flags: CompileFlags & { readonly name: string } }
  | { readonly command: "explain"; readonly code: string; readonly flags: CommonOptions }
  | { readonly command: "init"; readonly flags: CommonOptions }
  /** Help, version or a completion script: print it and stop. */
  | { readonly command: "print"; readonly text: string }
  | { readonly command: "misuse"; readonly problem: string; readonly flags: CommonOptions };

type Values = Readonly<Record<string, unknown>>;

/** Parses the arguments after `node main.js`. Never throws, never prints. */
export async function parseArguments(argv: readonly string[]): Promise<Invocation> {
  let invocation: Invocation | null = null;
  const parser = describeCommands((next) => {
    invocation = next;
  });
  let printed = "";
  let problem: string | null = null;
  try {
    await parser.parseAsync([...argv], {}, (error, _values, output) => {
      printed = output;
      if (error) problem = error.message;
    });
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (problem !== null) return { command: "misuse", problem: firstSentence(problem), flags: formatOnly(argv) };
  if (printed !== "") return { command: "print", text: `${printed}\n` };
  return invocation ?? { command: "misuse", problem: "no command", flags: formatOnly(argv) };
}

function describeCommands(chosen: (invocation: Invocation) => void): Argv {
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  return yargs()
    .scriptName("metaxy-compile")
    .locale("en")
    .usage("Compile Metaxy feature classes to SQL and metadata JSON, without running them.")
    .command("$0 [paths..]", "compile feature classes and write the output folder", compileOptions, (values) =>
      chosen({ command: "compile", flags: compileFlags(values) }),
    )
    .command("check [paths..]", "report diagnostics and stale outputs; write nothing", compileOptions, (values) =>
      chosen({ command: "check", flags: { ...compileFlags(values), check: true } }),
    )
    .command("explain <code>", "print the page of a diagnostic", explainOptions, (values) =>
      chosen({ command: "explain", code: String(values.code), flags: commonOptions(values) }),
    )
    .command("url", "print a store's SQLAlchemy URL, secrets included", urlOptions, (values) =>
      chosen({
        command: "url",
        flags: {
          ...commonOptions(values),
          store: text(values, "store"),
          protocol: text(values, "protocol"),
          port: wholeNumber("--port", values.port, 1, 65_535),
        },
      }),
    )
    .command(
      "prove [paths..]",
      "run the SQL on an engine of its dialect and read the catalog back",
      proveOptions,
      (values) => chosen({ command: "prove", flags: { ...compileFlags(values), url: text(values, "url") } }),
    )
    .command("impact [paths..]", "say which versions and tables the sources change", impactOptions, (values) =>
      chosen({ command: "impact", flags: { ...compileFlags(values), against: text(values, "against") ?? "" } }),
    )
    .command(
      "where <name> [paths..]",
      "print where a name or a line of a generated file is declared",
      whereOptions,
      (values) => chosen({ command: "where", flags: { ...compileFlags(values), name: text(values, "name") ?? "" } }),
    )
    .command("init", "write metaxy.toml, a first feature and package scripts", {}, (values) =>
      chosen({ command: "init", flags: commonOptions(values) }),
    )
    .command("completion", "print a completion script for bash or zsh", {}, () =>
      chosen({ command: "print", text: completionScript() }),
    )
    .completion("completion-script", false)
    .option("config", { type: "string", requiresArg: true, describe: "configuration file" })
    .option("format", { choices: FORMATS, requiresArg: true, describe: "how diagnostics are printed" })
    .option("strict", { type: "boolean", describe: "treat warnings as errors" })
    .option("max-diagnostics", { type: "number", requiresArg: true, describe: "print at most this many" })
    .option("quiet", { type: "boolean", describe: "print errors only" })
    .option("color", { type: "boolean", describe: "colour, also where no terminal is found" })
    .example("metaxy-compile src/features", "compile a folder for the default store")
    .example("metaxy-compile --all-stores --check", "in CI: fail when the committed SQL is stale")
    .example("metaxy-compile impact --against main", "say what the sources change in data and tables")
    .example("metaxy-compile where dev_video.path", "print where a column is declared")
    .example("metaxy-compile --dialect sqlite --stdout", "print SQL for another database")
    .parserConfiguration({ "duplicate-arguments-array": false, "strip-dashed": true })
    .version(version)
    .help()
    .alias({ help: "h" })
    .wrap(null)
    .showHelpOnFail(false)
    .strict()
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message);
    });
}

/** yargs writes the script only where no default command takes the word, so another parser writes it. */
function completionScript(): string {
  let script = "";
  yargs()
    .scriptName("metaxy-compile")
    .completion("completion")
    .exitProcess(false)
    .parse(["completion"], {}, (_error, _values, output) => {
      script = output;
    });
  return `${script}\n`;
}

function compileOptions(command: Argv): Argv {
  return command
    .positional("paths", {
      type: "string",
      array: true,
      describe: "source files or folders [default: ext.compile.sources]",
    })
    .option("store", {
      type: "string",
      requiresArg: true,
      describe: "a configured store [default: the configuration's]",
    })
    .option("all-stores", { type: "boolean", describe: "every configured store" })
    .option("dialect", { type: "string", requiresArg: true, describe: "a dialect instead of a store" })
    .option("out-dir", { type: "string", requiresArg: true, describe: "output folder" })
    .option("project", { type: "string", requiresArg: true, describe: "keep only this project's features" })
    .option("all-projects", { type: "boolean", describe: "keep the features of every project" })
    .option("inject-primary-key", { type: "boolean", describe: "add Metaxy's composite primary key to every table" })
    .option("inject-index", { type: "boolean", describe: "add Metaxy's composite index to every table" })
    .option("emit", { type: "string", requiresArg: true, describe: `what to write, e.g. ${EMIT_KINDS.join(",")}` })
    .option("stdout", {
      type: "boolean",
      describe: "print the SQL (or only JSON) instead of writing files",
    })
    .option("dry-run", { type: "boolean", describe: "list what would be written and removed" })
    .option("check", {
      type: "boolean",
      describe: "write nothing; fail when the output folder is stale",
    })
    .conflicts({
      store: ["all-stores", "dialect"],
      "all-stores": "dialect",
      project: "all-projects",
      stdout: ["check", "dry-run"],
    })
    .check((values) => {
      emitKinds(values.emit);
      if (values.stdout === true && isDocument(findFormat(values.format)))
        throw new Error(`--stdout and --format ${values.format} both want stdout`);
      return true;
    });
}

function proveOptions(command: Argv): Argv {
  return compileOptions(command).option("url", {
    type: "string",
    requiresArg: true,
    describe:
      "a server to prove on, e.g. postgresql://localhost/test or mysql://root@localhost [default: an embedded engine]",
  });
}

function impactOptions(command: Argv): Argv {
  return compileOptions(command).option("against", {
    type: "string",
    requiresArg: true,
    default: "HEAD",
    describe: "a git revision, or an earlier metadata.json or output folder; ./NAME is never a revision",
  });
}

function whereOptions(command: Argv): Argv {
  return compileOptions(command).positional("name", {
    type: "string",
    demandOption: true,
    describe: "a table, column, index, constraint, key, field or class, or a line such as out/dev/features.sql:17",
  });
}

function explainOptions(command: Argv): Argv {
  return command.positional("code", { type: "string", demandOption: true, describe: "e.g. MXC1003" });
}

function urlOptions(command: Argv): Argv {
  return command
    .option("store", {
      type: "string",
      requiresArg: true,
      describe: "a configured store [default: the configuration's]",
    })
    .option("protocol", { type: "string", requiresArg: true, describe: "replace the driver, e.g. postgresql+psycopg" })
    .option("port", { type: "number", requiresArg: true, describe: "replace the port" });
}

function compileFlags(values: Values): CompileFlags {
  return {
    ...commonOptions(values),
    paths: paths(values),
    store: text(values, "store"),
    allStores: values.allStores === true,
    dialect: text(values, "dialect"),
    outDir: text(values, "outDir"),
    project: text(values, "project"),
    allProjects: values.allProjects === true,
    injectPrimaryKey: flag(values.injectPrimaryKey),
    injectIndex: flag(values.injectIndex),
    emit: emitKinds(values.emit),
    stdout: values.stdout === true,
    dryRun: values.dryRun === true,
    check: values.check === true,
  };
}

function commonOptions(values: Values): CommonOptions {
  return {
    config: text(values, "config"),
    format: findFormat(values.format),
    strict: values.strict === true,
    maxDiagnostics: wholeNumber("--max-diagnostics", values.maxDiagnostics, 0),
    quiet: values.quiet === true,
    color: flag(values.color),
  };
}

function findFormat(value: unknown): Format | null {
  return FORMATS.find((format) => format === value) ?? null;
}

/** After misuse only the format can be trusted: machines want their document even then. */
export function formatOnly(argv: readonly string[]): CommonOptions {
  const format = FORMATS.find(
    (each) => argv.includes(`--format=${each}`) || argv[argv.indexOf("--format") + 1] === each,
  );
  return { ...commonOptions({}), format: format ?? null };
}

function emitKinds(value: unknown): readonly EmitKind[] | null {
  if (typeof value !== "string") return null;
  const words = value.split(",").map((word) => word.trim());
  return words.map((word) => {
    const kind = EMIT_KINDS.find((each) => each === word);
    if (kind === undefined)
      throw new Error(`--emit takes ${EMIT_KINDS.join(", ")}, separated by commas; found '${word}'`);
    return kind;
  });
}

/** The value of an option, null without it. yargs takes any word for a number, and calls what is none `NaN`. */
function wholeNumber(name: string, value: unknown, least: number, most = Number.POSITIVE_INFINITY): number | null {
  if (typeof value !== "number") return null;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} takes a whole number from ${least}${Number.isFinite(most) ? ` to ${most}` : ""}`);
}

/** The text of an option, null without it. An empty one is a variable of a script that was not set. */
function text(values: Values, name: string): string | null {
  const value = values[name];
  if (value === "")
    throw new Error(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} has an empty value`);
  return typeof value === "string" ? value : null;
}

function paths(values: Values): readonly string[] {
  const all = Array.isArray(values.paths) ? values.paths.map(String) : [];
  if (all.includes("")) throw new Error("one of the paths is empty");
  return all;
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

/** yargs explains itself over several lines and with capitals; our diagnostics are one lower-case sentence. */
function firstSentence(message: string): string {
  const line = message
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .join(" ");
  return line.charAt(0).toLowerCase() + line.slice(1);
}
