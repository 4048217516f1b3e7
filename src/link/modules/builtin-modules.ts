// The modules of Node.js. With `node:` before its name any specifier is one of them; without, those that Node.js had before
// there was such a prefix. They go before packages of the same name in node_modules, as in Node.js itself.

const WITHOUT_PREFIX: ReadonlySet<string> = new Set(
  [
    "assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram",
    "diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector",
    "inspector/promises module net os path path/posix path/win32 perf_hooks process punycode querystring",
    "readline readline/promises repl stream stream/consumers stream/promises stream/web string_decoder sys",
    "timers timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a specifier means a module of Node.js. */
export function isBuiltinModule(specifier: string): boolean {
  return specifier.startsWith("node:") || WITHOUT_PREFIX.has(specifier);
}
