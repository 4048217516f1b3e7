// `metaxy-compile where`: where the sources declare a name, or what a line of a generated file is about. Writes nothing.

import { basename, dirname, resolve } from "node:path";
import type { CompileResult } from "../../compile.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { dialects } from "../../dialects/index.ts";
import { jsonString } from "../../emit/json-text.ts";
import { type Declaration, listDeclarations } from "../../ide/declarations.ts";
import { byPlace, declarationsOfLine, findDeclarations, findLine, knownNames } from "../../ide/find-declarations.ts";
import { DIALECT_NAMES } from "../../model/dialect-name.ts";
import type { EmitKind } from "../../model/project.ts";
import { findLineStarts, positionAt, type Span } from "../../model/span.ts";
import { isSystemColumn } from "../../model/system-columns.ts";
import type { CompileFlags } from "../arguments.ts";
import { traceFileSystem } from "../cache/trace.ts";
import { compileOpened } from "../compile-opened.ts";
import { isDocument } from "../format.ts";
import { sourcesAbout } from "../last-run.ts";
import { openProject, type Project, readConfiguration } from "../project.ts";
import { decodeText } from "../project-host.ts";
import { type ExitCode, printReport } from "../report.ts";
import type { World } from "../world.ts";

/** Options of the command. */
export interface WhereFlags extends CompileFlags {
  /** A name, or a line of a generated file: `out/dev/features.sql:17`. */
  readonly name: string;
}

/** A line of a file, as `name` gives it. */
interface FileLine {
  /** Absolute. */
  readonly path: string;
  /** As it was written. */
  readonly written: string;
  readonly line: number;
}

/** Prints each place on a line of its own, or all of them in the JSON document. */
export function showPlaces(flags: WhereFlags, argv: readonly string[], world: World): ExitCode {
  const asked = readFileLine(flags.name, world);
  const traced = traceFileSystem(world.files);
  const options = asked === null ? { ...flags, emit: [] } : { ...flags, ...outputOf(asked, flags, world) };
  const { value: project, diagnostics: opened } = openProject(options, world, traced.files);
  const report = (diagnostics: readonly Diagnostic[], features: number, answer = {}) =>
    printReport({ diagnostics, features, files: [], readText: project.readText, answer }, flags, world);
  if (hasErrors(opened)) return report(opened, 0);
  const result = compileOpened(asked === null ? narrow(project, flags, argv, world) : project, traced, flags, world);
  const found = asked === null ? findName(flags.name, result, project) : findInFile(asked, result, project, world);
  if ("problem" in found) {
    // What cannot be compiled may be what declares it.
    return report(hasErrors(result.diagnostics) ? result.diagnostics : [found.problem], result.features);
  }
  const declarations = byPlace(found.declarations).map(({ kind, name, span }) => {
    return { kind, name, location: locate(span, project) };
  });
  if (!isDocument(flags.format)) {
    world.stdout.write(
      declarations.map(({ location: { path, line, column } }) => `${path}:${line}:${column}\n`).join(""),
    );
  }
  return report([], result.features, { name: flags.name, declarations });
}

/** The project with the sources that may declare the name, where the last run tells which those are. */
function narrow(project: Project, { name }: WhereFlags, argv: readonly string[], world: World): Project {
  const dot = name.lastIndexOf(".");
  const words = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)].filter((word) => word !== "");
  // The run was asked for in the same words, except for what it is asked here.
  const compiling = argv.filter((word) => word !== "where" && word !== name && !/^--format(=|$)|^json$/.test(word));
  const entries = sourcesAbout(words.map(jsonString), compiling, world);
  return entries === null ? project : { ...project, entries };
}

/** A path and a line, where the text looks like them and is no name. */
function readFileLine(text: string, { cwd }: World): FileLine | null {
  const [, written, line] = /^(.+\.\w+):(\d+)(?::\d+)?$/s.exec(text) ?? [];
  if (written === undefined || line === undefined) return null;
  return { path: resolve(cwd, written), written, line: Number(line) };
}

/** What has to be compiled for a file to come out: its folder names the store, its name the kind of output. */
function outputOf({ path }: FileLine, flags: WhereFlags, world: World): Partial<CompileFlags> {
  const file = basename(path);
  const emit: readonly EmitKind[] = file === "metadata.json" ? ["json"] : file === "push.sql" ? ["push"] : ["sql"];
  if (flags.store !== null || flags.dialect !== null) return { emit };
  const folder = basename(dirname(path));
  const { stores } = readConfiguration(flags, world).value;
  if (stores.some(({ name }) => name === folder)) return { emit, store: folder };
  return DIALECT_NAMES.some((name) => name === folder) ? { emit, dialect: folder } : { emit };
}

type Found = { readonly declarations: readonly Declaration[] } | { readonly problem: Diagnostic };

function findName(name: string, result: CompileResult, project: Project): Found {
  const all = declarationsOf(result, project);
  const declarations = findDeclarations(name, all);
  if (declarations.length > 0) return { declarations };
  const own = name.slice(name.lastIndexOf(".") + 1);
  if (isSystemColumn(own)) return { problem: diagnose("MXC0056", { name: own }, null) };
  return { problem: diagnose("MXC0055", { name, suggestion: didYouMean(name, knownNames(all)) }, null) };
}

function findInFile(asked: FileLine, result: CompileResult, project: Project, world: World): Found {
  const { path, written, line } = asked;
  const output = result.files.find((file) => resolve(project.outDirectory, file.path) === path);
  if (output === undefined) return { problem: diagnose("MXC0057", { path: written }, null) };
  const made = findLine(output.chunks, line);
  const bytes = world.files.read(path);
  const there = bytes === null ? null : (decodeText(bytes).split(/\r?\n/)[line - 1] ?? null);
  if (there !== (made?.text ?? null)) return { problem: diagnose("MXC0058", { path: written, line }, null) };
  const quotes = result.targets.map(({ target }) => dialects[target.dialect].quoteIdentifier);
  const declarations =
    made === null ? [] : declarationsOfLine(made, declarationsOf(result, project), [...quotes, jsonString]);
  return declarations.length > 0 ? { declarations } : { problem: diagnose("MXC0059", { path: written, line }, null) };
}

function declarationsOf({ graph, targets }: CompileResult, { options }: Project): readonly Declaration[] {
  const tables = targets.flatMap((target) => target.tables.map(({ table }) => table));
  return listDeclarations({ graph, tables, columnNaming: options.columnNaming });
}

function locate({ file, start, end }: Span, { readText }: Project) {
  const lineStarts = findLineStarts(readText(file) ?? "");
  const [from, to] = [positionAt(lineStarts, start), positionAt(lineStarts, end)];
  return { path: file, line: from.line, column: from.column, end_line: to.line, end_column: to.column };
}
