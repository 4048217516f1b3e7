// One generated program, compiled and run: the reasons why the two disagree.

import { isDeepStrictEqual } from "node:util";
import { severityOf } from "../../src/diagnostics/finding.ts";
import type { FeatureDecl } from "../../src/model/feature.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { linkFiles, memoryHost } from "../link/project.ts";
import type { Choices } from "./generate/choices.ts";
import type { FeatureMeaning } from "./generate/meanings.ts";
import { type GeneratedProgram, generateProgram } from "./generate/program.ts";
import { createRuntime } from "./run-program.ts";
import { subset } from "./subset.ts";
import { columnTypes, type FeatureClass, viewOfClass, viewOfDecl } from "./views.ts";

/** What was found out about a program. */
export interface Trial {
  readonly program: GeneratedProgram;
  /** Empty where all agree. */
  readonly complaints: readonly string[];
}

/** Generates a program and compares what was meant, what the compiler reads and what running it builds. */
export function tryProgram(choices: Choices): Trial {
  const program = generateProgram(subset, choices);
  return { program, complaints: complaintsAbout(program) };
}

const OPTIONS = {
  project: null,
  defaultProject: null,
  allProjects: true,
  sqlmodelEnabled: true,
  configFile: null,
  inferTableNames: true,
  columnNaming: "preserve",
} as const;

function complaintsAbout(program: GeneratedProgram): readonly string[] {
  const entries = Object.keys(program.files).filter((path) => path.endsWith(".ts"));
  const linked = linkFiles(program.files, entries);
  if (linked.report.length > 0) return linked.report;
  const host = memoryHost(program.files);
  const { value: graph, diagnostics } = resolve(linked, OPTIONS, host);
  const refused = diagnostics.filter(({ code }) => severityOf(code) === "error" && code !== NO_PARENT_FIELD);
  if (refused.length > 0) return refused.map(({ code, args }) => `${code} ${JSON.stringify(args)}`);
  const byPlace = new Map([...program.places].map(([key, { module, path }]) => [`${module} ${path.join(".")}`, key]));
  const classes = loadClasses(program);
  const keyOfClass = new Map([...classes].map(([key, feature]) => [feature, key]));
  return program.features.flatMap((meaning) => {
    const key = meaning.key.join("/");
    const feature = graph.byKey.get(key);
    const built = classes.get(key);
    if (feature?.decl == null || built === undefined) return [`${key} is not a feature`];
    const keys = new Map(
      linked.features.map(({ id, spec }) => [id, spec.key.parts.map(({ value }) => value).join("/")]),
    );
    const keyOfId = (id: FeatureDecl["id"]) =>
      [...keys].find(([each]) => isDeepStrictEqual(each, id))?.[1] ?? `${byPlace}`;
    const read = viewOfDecl(feature, feature.decl, keyOfId);
    const run = viewOfClass(built, (each) => keyOfClass.get(each) ?? "another class");
    return [...typeComplaints(meaning, feature.decl), ...viewComplaints(key, read, run)];
  });
}

/** Mappings are random: they may leave a field without parents. */
const NO_PARENT_FIELD = "MXC2069";

function loadClasses({ files, places, ambient }: GeneratedProgram): ReadonlyMap<string, FeatureClass> {
  const load = createRuntime(files, ambient);
  return new Map(
    [...places].map(([key, { module, path }]) => {
      const found = path.reduce<unknown>((holder, name) => (holder as Record<string, unknown>)[name], load(module));
      return [key, found as FeatureClass];
    }),
  );
}

function typeComplaints(meaning: FeatureMeaning, decl: FeatureDecl): readonly string[] {
  const found = columnTypes(decl);
  return meaning.columns.flatMap(({ name, type, optional }) => {
    const expected = { type: type.type, nullable: type.nullable || optional };
    if (isDeepStrictEqual(found.get(name), expected)) return [];
    return [`${name} is ${JSON.stringify(found.get(name))}, meant ${JSON.stringify(expected)}`];
  });
}

type View = ReturnType<typeof viewOfDecl>;

function viewComplaints(key: string, read: View, run: View): readonly string[] {
  const complaints: string[] = [];
  const compare = (what: string, a: unknown, b: unknown) => {
    if (!isDeepStrictEqual(a, b)) complaints.push(`${key}: ${what}\n  read ${show(a)}\n  run  ${show(b)}`);
  };
  compare("spec", read.spec, run.spec);
  compare("statics", read.statics, run.statics);
  compare("table arguments", read.tableArgs, run.tableArgs);
  // A property that is only declared is not there when the program runs.
  const columns = new Map(run.columns);
  const built = read.columns.filter(([property]) => columns.has(property));
  compare(
    "order of columns",
    built.map(([property]) => property),
    run.columns.map(([property]) => property),
  );
  for (const [property, options] of read.columns) compare(property, options, columns.get(property) ?? {});
  return complaints;
}

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
