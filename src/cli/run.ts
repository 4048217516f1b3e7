// One run of the program: arguments in, exit code out. Each command is loaded when it is asked for.

import { diagnose } from "../diagnostics/diagnostic.ts";
import { parseArguments } from "./arguments.ts";
import { type ExitCode, printReport } from "./report.ts";
import type { World } from "./world.ts";

/**
 * Runs the program with the arguments after its name. Never throws: a bug of ours is a diagnostic too.
 *
 * @example await run(["check", "src/features"], world) // 0, 1 or 2
 */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const invocation = await parseArguments(argv);
  const none = { features: 0, files: [], readText: () => null };
  try {
    switch (invocation.command) {
      case "print":
        world.stdout.write(invocation.text);
        return 0;
      case "misuse": {
        const diagnostics = [diagnose("MXC0001", { problem: invocation.problem }, null)];
        return printReport({ ...none, diagnostics }, invocation.flags, world);
      }
      case "explain":
        return (await import("./commands/explain.ts")).explain(invocation.code, invocation.flags, world);
      case "url":
        return await (await import("./commands/url.ts")).printUrl(invocation.flags, world);
      case "init":
        return (await import("./commands/init.ts")).init(invocation.flags, world);
      case "prove":
        return await (await import("./commands/prove.ts")).proveProject(invocation.flags, world);
      case "compile":
      case "check":
        return await (await import("./commands/compile.ts")).compileProject(invocation.flags, world);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const diagnostics = [diagnose("MXC9001", { stage: invocation.command, message }, null)];
    const flags = invocation.command === "print" ? null : invocation.flags;
    if (world.env.METAXY_COMPILE_DEBUG !== undefined && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    return flags === null ? 2 : printReport({ ...none, diagnostics }, flags, world);
  }
}
