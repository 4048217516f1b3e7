// What `--check` prints: how the output folder differs from what the sources compile to.

import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { textOf } from "../model/output.ts";
import type { FileSystem } from "./file-system.ts";
import type { OutputPlan } from "./write-outputs.ts";

/** A unified diff from the disk to the outputs, file by file; empty when they agree. */
export function renderPlanDiff(
  plan: OutputPlan,
  directory: string,
  named: (path: string) => string,
  files: FileSystem,
): string {
  const onDisk = (path: string) => {
    const place = join(directory, path);
    // What a link leads to is not the project's, and may be nobody's to print.
    const bytes = files.kindOf(place) === "link" ? null : files.read(place);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  return [
    ...plan.write.map((file) => patch(named(file.path), onDisk(file.path), textOf(file))),
    ...plan.remove.map((path) => patch(named(path), onDisk(path), null)),
  ].join("");
}

function patch(path: string, before: string | null, after: string | null): string {
  const oldName = before === null ? "/dev/null" : `a/${path}`;
  const newName = after === null ? "/dev/null" : `b/${path}`;
  return createTwoFilesPatch(oldName, newName, before ?? "", after ?? "", undefined, undefined, {
    headerOptions: undefined as never,
  }).replace(/^=+\n/, "");
}
