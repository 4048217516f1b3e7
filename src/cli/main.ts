#!/usr/bin/env node
// The program: the process's world, handed to run().

import module from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import v8 from "node:v8";
import { diskFileSystem } from "./file-system.ts";
import { run } from "./run.ts";
import type { Output } from "./world.ts";

// Node 22 keeps compiled code between runs; on Node 20 the function does not exist.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

// By default V8 lets garbage pile up to several times what is alive. Growing in small steps costs a few collections and
// keeps ten thousand features under 500 MB.
v8.setFlagsFromString("--heap-growing-percent=40");

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  files: diskFileSystem,
  cacheHome: cacheHome(process.env.XDG_CACHE_HOME),
  now: () => performance.now(),
  git: async (args, directory) => (await import("./git.ts")).runGit(args, directory),
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
});

/** A relative path is to be ignored, says the specification: it would lead into the project. */
function cacheHome(named: string | undefined): string {
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), ".cache");
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // A reader that closes the pipe early (`| head`) is no error of ours.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true };
}
