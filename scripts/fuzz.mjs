// `npm run fuzz -- --minutes 20 --seed 7`: the tests that try random input, round after round with a new seed, until the
// time is over or something is found. Each round tries four times what `npm test` tries.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TESTS = [
  "test/fuzz",
  "test/grammar/generated.test.ts",
  "test/emit/quoting.test.ts",
  "test/prove/injection.test.ts",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "5" }, seed: { type: "string", default: "1" } },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));

for (let seed = Number(values.seed), failed = false; !failed && Date.now() < end; seed++) {
  const env = { ...process.env, METAXY_FUZZ: "4", METAXY_FUZZ_SEED: String(seed) };
  const tests = positionals.length > 0 ? positionals : TESTS;
  failed = spawnSync(process.execPath, [vitest, "run", ...tests], { stdio: "inherit", env }).status !== 0;
  if (failed) process.exitCode = 1;
  console.log(failed ? `found something: npm run fuzz -- --seed ${seed}` : `nothing found with seed ${seed}`);
}
