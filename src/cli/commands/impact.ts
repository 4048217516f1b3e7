// `metaxy-compile impact`: what the sources of now change against a committed metadata.json. Writes nothing.

import { join, resolve } from "node:path";
import { type Checked, type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import type { Metadata } from "../../emit/metadata-schema.ts";
import type { Impact } from "../../impact/change.ts";
import { readDocument } from "../../impact/document.ts";
import { compareDocuments } from "../../impact/impact.ts";
import { renderImpact } from "../../impact/render.ts";
import { textOf } from "../../model/output.ts";
import type { CompileFlags } from "../arguments.ts";
import { traceFileSystem } from "../cache/trace.ts";
import { compileOpened } from "../compile-opened.ts";
import { isDocument } from "../format.ts";
import { openProject, type Project } from "../project.ts";
import { decodeText, relativePath } from "../project-host.ts";
import { type ExitCode, fails, printReport } from "../report.ts";
import type { World } from "../world.ts";

/** Options of the command. */
export interface ImpactFlags extends CompileFlags {
  /** A metadata.json, an output folder, or a git revision. */
  readonly against: string;
}

/** Compares every selected store and prints what differs; a difference is no failure. */
export async function showImpact(flags: ImpactFlags, world: World): Promise<ExitCode> {
  const traced = traceFileSystem(world.files);
  const { value: project, diagnostics: opened } = openProject({ ...flags, emit: ["json"] }, world, traced.files);
  const found: Diagnostic[] = [...opened];
  const impacts: Impact[] = [];
  let features = 0;
  if (!hasErrors(found)) {
    const result = compileOpened(project, traced, flags, world);
    found.push(...result.diagnostics);
    features = result.features;
    for (const { path, chunks } of result.files) {
      if (hasErrors(found)) break;
      const before = await findEarlier(path, project, flags, world);
      const after = readDocument(textOf({ path, chunks }));
      found.push(...before.diagnostics);
      if (before.value !== null && "document" in after) impacts.push(compareDocuments(before.value, after.document));
    }
  }
  const isComplete = !fails(found, flags);
  if (isComplete && !isDocument(flags.format)) world.stdout.write(impacts.map(renderImpact).join("\n"));
  const answer = isComplete ? { against: flags.against, stores: impacts } : {};
  return printReport({ diagnostics: found, features, files: [], readText: project.readText, answer }, flags, world);
}

/** The earlier document for an output, e.g. `dev/metadata.json`. */
async function findEarlier(
  output: string,
  project: Project,
  { against }: ImpactFlags,
  world: World,
): Promise<Checked<Metadata | null>> {
  const named = resolve(world.cwd, against);
  const kind = world.files.status(named)?.kind ?? null;
  if (kind === null) return findCommitted(output, project, against, world);
  const stores = project.options.targets.map(({ name }) => name);
  if (kind === "file" && stores.length > 1) return failed(diagnose("MXC0053", { path: against, stores }, null));
  const path = kind === "file" ? named : join(named, output);
  const bytes = world.files.read(path);
  const place = relativePath(world.cwd, path);
  return bytes === null ? failed(diagnose("MXC0054", { path: place }, null)) : read(decodeText(bytes), place);
}

async function findCommitted(
  output: string,
  { config, outDirectory }: Project,
  revision: string,
  world: World,
): Promise<Checked<Metadata | null>> {
  const path = relativePath(config.root, join(outDirectory, output));
  // What starts with a hyphen would be an option.
  if (revision.startsWith("-")) return failed(diagnose("MXC0054", { path: revision }, null));
  const place = path.startsWith("../") ? path : `./${path}`;
  const answer = await world.git(["show", `${revision}:${place}`], config.root);
  if (answer.kind === "missing") return failed(diagnose("MXC0050", { against: revision }, null));
  if (answer.kind === "failed") return failed(diagnose("MXC0051", { revision, path, reason: answer.reason }, null));
  return read(answer.text, `${path} of '${revision}'`);
}

function read(text: string, place: string): Checked<Metadata | null> {
  const result = readDocument(text);
  if ("document" in result) return { value: result.document, diagnostics: [] };
  return failed(diagnose("MXC0052", { place, problem: result.problem }, null));
}

function failed(diagnostic: Diagnostic): Checked<null> {
  return { value: null, diagnostics: [diagnostic] };
}
