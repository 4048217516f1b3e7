// `metaxy-compile impact`: what the sources of now change against a committed metadata.json. Writes nothing.

import { isAbsolute, join, resolve } from "node:path";
import { type Checked, type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { hasErrors } from "../../diagnostics/finding.ts";
import type { Impact } from "../../impact/change.ts";
import { compareDocuments } from "../../impact/impact.ts";
import { renderImpact } from "../../impact/render.ts";
import { readDocument } from "../../metadata/read.ts";
import type { Metadata } from "../../metadata/schema.ts";
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
  /** A git revision, a metadata.json, or an output folder. */
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
    const place = hasErrors(found) ? null : await findPlace(flags.against, project, world);
    found.push(...(place?.diagnostics ?? []));
    for (const { path, chunks } of result.files) {
      if (place === null || hasErrors(found)) break;
      const before = await findEarlier(path, place.value, project, world);
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

/** Where the earlier documents are. */
type Place =
  | { readonly kind: "path"; readonly path: string }
  /** A revision of git's, or what has to be one, as nothing else has that name. */
  | { readonly kind: "revision"; readonly revision: string };

/**
 * Tells a path from a revision. What is spelled as a path is one. Else a revision goes first: a file or folder that has come
 * along under the name of a branch must not be taken for it.
 */
async function findPlace(against: string, { config }: Project, world: World): Promise<Checked<Place>> {
  const path: Place = { kind: "path", path: resolve(world.cwd, against) };
  const revision: Place = { kind: "revision", revision: against };
  if (isSpelledAsPath(against)) return { value: path, diagnostics: [] };
  const isThere = world.files.status(path.path) !== null;
  if (!isThere || against === "HEAD") return { value: revision, diagnostics: [] };
  const answer = await world.git(["rev-parse", "--verify", "--quiet", `${against}^{commit}`], config.root);
  switch (answer.kind) {
    case "output":
      return { value: revision, diagnostics: [diagnose("MXC0142", { name: against }, null)] };
    case "late":
      return { value: revision, diagnostics: [diagnose("MXC0141", { seconds: answer.seconds }, null)] };
    default:
      return { value: path, diagnostics: [] };
  }
}

/** A revision never begins with a dot or a slash, nor ends with one. What starts with a hyphen would be an option of git's. */
function isSpelledAsPath(against: string): boolean {
  return /^-|^\.{1,2}(?:[\\/]|$)|[\\/]$/.test(against) || isAbsolute(against);
}

/** The earlier document for an output, e.g. `dev/metadata.json`. */
async function findEarlier(
  output: string,
  place: Place,
  project: Project,
  world: World,
): Promise<Checked<Metadata | null>> {
  if (place.kind === "revision") return findCommitted(output, project, place.revision, world);
  const stores = project.options.targets.map(({ name }) => name);
  const isFile = world.files.status(place.path)?.kind === "file";
  const named = relativePath(world.cwd, place.path);
  if (isFile && stores.length > 1) return failed(diagnose("MXC0053", { path: named, stores }, null));
  const path = isFile ? place.path : join(place.path, output);
  const bytes = world.files.read(path);
  const where = relativePath(world.cwd, path);
  return bytes === null ? failed(diagnose("MXC0054", { path: where }, null)) : read(decodeText(bytes), where);
}

async function findCommitted(
  output: string,
  { config, outDirectory }: Project,
  revision: string,
  world: World,
): Promise<Checked<Metadata | null>> {
  const path = relativePath(config.root, join(outDirectory, output));
  const object = `${revision}:${path.startsWith("../") ? path : `./${path}`}`;
  const answer = await world.git(["cat-file", "blob", object], config.root);
  switch (answer.kind) {
    case "output":
      return read(answer.text, `${path} of '${revision}'`);
    case "missing":
      return failed(diagnose("MXC0050", { against: revision }, null));
    case "late":
      return failed(diagnose("MXC0141", { seconds: answer.seconds }, null));
    case "failed": {
      // The name of an object is known where its content is not.
      const named = await world.git(["rev-parse", "--verify", "--quiet", object], config.root);
      if (named.kind === "output") return failed(diagnose("MXC0143", { revision, path, object }, null));
      return failed(diagnose("MXC0051", { revision, path, reason: answer.reason }, null));
    }
  }
}

function read(text: string, place: string): Checked<Metadata | null> {
  const result = readDocument(text);
  if ("document" in result) return { value: result.document, diagnostics: [] };
  return failed(diagnose("MXC0052", { place, problem: result.problem }, null));
}

function failed(diagnostic: Diagnostic): Checked<null> {
  return { value: null, diagnostics: [diagnostic] };
}
