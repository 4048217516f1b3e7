// Preloaded into a run: kills the process just before its KILL_BEFOREth change of the disk.

const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

let left = Number(process.env.KILL_BEFORE);

for (const name of ["writeSync", "fsyncSync", "renameSync", "linkSync", "rmSync"]) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (left-- === 0) process.kill(process.pid, "SIGKILL");
    return original(...args);
  };
}
syncBuiltinESMExports();
