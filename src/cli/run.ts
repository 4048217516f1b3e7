// One run of the program: arguments in, exit code out. Each command is loaded when it is asked for.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { describeError, errorCode } from "./file-system.ts";
import { relativePath } from "./project-host.ts";
import { replayRun } from "./replay.ts";
import type { ExitCode } from "./report.ts";
import type { World } from "./world.ts";

/**
 * Runs the program with the arguments after its name. Never throws: a bug of ours is a diagnostic too.
 *
 * @example await run(["check", "src/features"], world) // 0, 1 or 2
 */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    return (await replayRun(argv, world)) ?? (await execute(argv, world));
  } catch (error) {
    return await reportThrown(error, argv, world);
  }
}

async function execute(argv: readonly string[], world: World): Promise<ExitCode> {
  const { parseArguments } = await import("./arguments.ts");
  const invocation = await parseArguments(argv);
  switch (invocation.command) {
    case "print":
      world.stdout.write(invocation.text);
      return 0;
    case "misuse": {
      const { printReport } = await import("./report.ts");
      const diagnostics = [diagnose("MXC0001", { problem: invocation.problem }, null)];
      return printReport({ ...NOTHING, diagnostics }, invocation.flags, world);
    }
    case "explain":
      return (await import("./commands/explain.ts")).explain(invocation.code, invocation.flags, world);
    case "url":
      return (await import("./commands/url.ts")).printUrl(invocation.flags, world);
    case "init":
      return (await import("./commands/init.ts")).init(invocation.flags, world);
    case "prove":
      return await (await import("./commands/prove.ts")).proveProject(invocation.flags, world);
    case "impact":
      return await (await import("./commands/impact.ts")).showImpact(invocation.flags, world);
    case "where":
      return (await import("./commands/where.ts")).showPlaces(invocation.flags, argv, world);
    case "compile":
    case "check":
      return (await import("./commands/compile.ts")).compileProject(invocation.flags, argv, world);
  }
}

const NOTHING = { features: 0, files: [], readText: () => null };

async function reportThrown(error: unknown, argv: readonly string[], world: World): Promise<ExitCode> {
  const [{ formatOnly }, { printReport }] = await Promise.all([import("./arguments.ts"), import("./report.ts")]);
  if (world.env.METAXY_COMPILE_DEBUG !== undefined && error instanceof Error) world.stderr.write(`${error.stack}\n`);
  const diagnostics = [diagnoseThrown(error, world)];
  return printReport({ ...NOTHING, diagnostics }, formatOnly(argv), world);
}

/** What the system says of a path is about the surroundings; anything else is a bug of ours. */
function diagnoseThrown(error: unknown, { cwd }: World): Diagnostic {
  if (errorCode(error) !== "" && error instanceof Error && "path" in error) {
    return diagnose("MXC0003", { path: relativePath(cwd, String(error.path)), reason: describeError(error) }, null);
  }
  const message = error instanceof Error ? error.message : String(error);
  return diagnose("MXC9001", { stage: "the command line", message }, null);
}
