// Loaded before the program by `node --require`: writes the path of every file that is read, or loaded as a module, to
// the file that READS names.

const fs = require("node:fs");
const module_ = require("node:module");

const paths = new Set();
for (const name of ["readFileSync", "openSync"]) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    paths.add(String(path));
    return original(path, ...rest);
  };
}
module_.syncBuiltinESMExports();

const { writeFileSync } = fs;
process.on("exit", () => writeFileSync(process.env.READS, [...paths, ...Object.keys(module_._cache)].join("\n")));
