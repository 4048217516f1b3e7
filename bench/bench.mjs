// `npm run bench`: whole processes, medians of runs taken in turn, peers in the same run. Prints a table and fails over budget.
//
//   npm run bench -- --sizes 10,1000 --runs 7

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { changeOneFile, writeCorpus } from "./corpus.mjs";
import { reportDialects, timeDialects } from "./dialects.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const cli = join(here, "../dist/cli/main.js");
const extract = await bundle("extract");
const tsc = join(here, "../node_modules/typescript/bin/tsc");
const { values } = parseArgs({
  options: { sizes: { type: "string", default: "10,100,1000,10000" }, runs: { type: "string", default: "5" } },
});
const sizes = values.sizes.split(",").map(Number);
const runs = Number(values.runs);

const scratch = mkdtempSync(join(tmpdir(), "metaxy-bench-"));
const peakFile = join(scratch, "peak");

/** Runs a process to its end. */
function measure(args, cwd) {
  const started = performance.now();
  const result = spawnSync(process.execPath, ["--import", join(here, "peak-memory.mjs"), ...args], {
    cwd,
    env: { ...process.env, METAXY_BENCH_PEAK: peakFile, NO_COLOR: "1", XDG_CACHE_HOME: join(scratch, "cache") },
    encoding: "utf8",
  });
  const milliseconds = performance.now() - started;
  if (result.status !== 0)
    throw new Error(`${args.join(" ")} exited with ${result.status}\n${result.stdout}${result.stderr}`);
  return { milliseconds, megabytes: Number(readFileSync(peakFile, "utf8")) / 1024 };
}

/** The things compared at one size: name, what to do before each run, what to run. */
function variantsFor(directory, size) {
  const forget = () => {
    rmSync(join(scratch, "cache"), { recursive: true, force: true });
    rmSync(join(directory, "out"), { recursive: true, force: true });
  };
  const compile = (args = []) => measure([cli, ...args], directory);
  let round = 0;
  return [
    { name: "floor", run: () => measure([join(here, "floor.mjs"), join(directory, "src")], directory) },
    { name: "walk", run: () => measure([join(here, "walk.mjs"), join(directory, "src")], directory) },
    { name: "tsc --noEmit", run: () => measure([tsc, "--noEmit", "-p", directory], directory) },
    { name: "extract", run: () => measure([extract, directory], directory) },
    { name: "cold", before: forget, run: () => compile() },
    { name: "nothing changed", before: () => compile(), run: () => compile() },
    {
      name: "one file changed",
      before: () => {
        compile();
        changeOneFile(directory, size, round++);
      },
      run: () => compile(),
    },
  ];
}

function startUpVariants() {
  return [
    { name: "node -e 0", run: () => measure(["-e", "0"], scratch) },
    ...[["--help"], ["--version"], ["explain", "MXC9001"], ["url"]].map((args) => ({
      name: args.join(" "),
      run: () => measure([cli, ...args], scratch),
    })),
  ];
}

/** Medians of `runs` rounds; each round runs every variant once, so that drift of the machine hits all of them. */
function compare(variants) {
  const samples = new Map(variants.map((variant) => [variant.name, []]));
  for (let round = -1; round < runs; round++) {
    for (const variant of variants) {
      variant.before?.();
      const sample = variant.run();
      if (round >= 0) samples.get(variant.name).push(sample);
    }
  }
  return new Map([...samples].map(([name, list]) => [name, medians(list)]));
}

function medians(samples) {
  const middle = (pick) => samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
  return { milliseconds: middle((each) => each.milliseconds), megabytes: middle((each) => each.megabytes) };
}

/** The budgets: which run, against which line, at most how many times as long. */
const BUDGETS = [
  { size: 1000, name: "extract", against: "walk", ratio: 1.1 },
  { size: 1000, name: "cold", against: "walk", ratio: 1.1 },
  { size: 10000, name: "cold", against: "walk", ratio: 0.9, megabytes: 500 },
  { size: 1000, name: "nothing changed", against: "floor", ratio: 1.5 },
  { size: 10000, name: "nothing changed", against: "floor", ratio: 1.5 },
  { size: 1000, name: "one file changed", against: "floor", ratio: 4 },
];
const START_UP_RATIO = 2;
/** The size at which the dialects are compared. */
const DIALECTS_SIZE = 1000;

const rows = [];
const failures = [];
let dialects = null;

function check(label, measured, line, ratio, megabytes) {
  if (measured.milliseconds > ratio * line.milliseconds) {
    failures.push(`${label}: ${(measured.milliseconds / line.milliseconds).toFixed(2)}x, at most ${ratio}x`);
  }
  if (megabytes !== undefined && measured.megabytes > megabytes) {
    failures.push(`${label}: ${measured.megabytes.toFixed(0)} MB, at most ${megabytes} MB`);
  }
}

const startUp = compare(startUpVariants());
const bare = startUp.get("node -e 0");
for (const [name, measured] of startUp) {
  rows.push(["", name, measured, `${(measured.milliseconds / bare.milliseconds).toFixed(2)}x node`]);
  check(name, measured, bare, START_UP_RATIO);
}
for (const size of sizes) {
  const directory = join(scratch, `project-${size}`);
  writeCorpus(directory, size);
  const results = compare(variantsFor(directory, size));
  const [floor, walk] = [results.get("floor"), results.get("walk")];
  for (const [name, measured] of results) {
    const ratios = `${(measured.milliseconds / floor.milliseconds).toFixed(2)}x floor, ${(measured.milliseconds / walk.milliseconds).toFixed(2)}x walk`;
    rows.push([size, name, measured, ratios]);
  }
  for (const budget of BUDGETS.filter((each) => each.size === size)) {
    const line = results.get(budget.against);
    check(
      `${budget.name}, ${size} features, against ${budget.against}`,
      results.get(budget.name),
      line,
      budget.ratio,
      budget.megabytes,
    );
  }
  if (size === DIALECTS_SIZE) dialects = await timeDialects(directory, runs);
  rmSync(directory, { recursive: true, force: true });
}
rmSync(scratch, { recursive: true, force: true });

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model}, medians of ${runs} runs\n`);
console.log("| features | run | ms | MB | ratio |\n|--:|---|--:|--:|---|");
for (const [size, name, { milliseconds, megabytes }, ratios] of rows) {
  console.log(`| ${size} | ${name} | ${milliseconds.toFixed(0)} | ${megabytes.toFixed(0)} | ${ratios} |`);
}
if (dialects !== null) failures.push(...reportDialects(dialects, DIALECTS_SIZE));
if (failures.length > 0) {
  console.error(`\nover budget:\n${failures.map((each) => `  ${each}`).join("\n")}`);
  process.exitCode = 1;
}
