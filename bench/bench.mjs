// `npm run bench`: whole processes, medians of runs taken in turn, peers in the same run. Prints a table and fails over budget.
//
//   npm run bench -- --sizes 10,1000 --runs 7

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { changeOneFile, writeCorpus } from "./corpus.mjs";
import { reportDialects, timeDialects } from "./dialects.mjs";
import { drizzleKit, generateArguments, writeDrizzleProject } from "./drizzle.mjs";

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
const usageFile = join(scratch, "usage");

/** Runs a process to its end. */
function measure(args, cwd) {
  const started = performance.now();
  const result = spawnSync(process.execPath, ["--import", join(here, "usage.mjs"), ...args], {
    cwd,
    env: { ...process.env, METAXY_BENCH_USAGE: usageFile, NO_COLOR: "1", XDG_CACHE_HOME: join(scratch, "cache") },
    encoding: "utf8",
  });
  const milliseconds = performance.now() - started;
  if (result.status !== 0)
    throw new Error(`${args.join(" ")} exited with ${result.status}\n${result.stdout}${result.stderr}`);
  return { milliseconds, ...JSON.parse(readFileSync(usageFile, "utf8")) };
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
    ...drizzleVariant(join(scratch, "drizzle"), size),
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

/** drizzle-kit has to be asked for, and its runs of ten thousand tables take minutes: one is enough. */
function drizzleVariant(directory, size) {
  if (drizzleKit === null) return [];
  writeDrizzleProject(directory, size);
  return [
    {
      name: "drizzle",
      rounds: size >= 10_000 ? 1 : runs,
      before: () => rmSync(join(directory, "drizzle"), { recursive: true, force: true }),
      run: () => measure([drizzleKit, ...generateArguments], directory),
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
      if (round >= (variant.rounds ?? runs) || (variant.rounds === 1 && round < 0)) continue;
      variant.before?.();
      const sample = variant.run();
      if (round >= 0) samples.get(variant.name).push(sample);
    }
  }
  return new Map([...samples].map(([name, list]) => [name, medians(list)]));
}

function medians(samples) {
  const middle = (name) => samples.map((each) => each[name]).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
  return { milliseconds: middle("milliseconds"), seconds: middle("seconds"), megabytes: middle("megabytes") };
}

/** The budgets: which run, against which line, at most how many times as long. */
const BUDGETS = [
  { size: 100, name: "cold", against: "walk", ratio: 0.8 },
  { size: 1000, name: "cold", against: "walk", ratio: 1.3 },
  { size: 10000, name: "cold", against: "walk", ratio: 1.6, megabytes: 350 },
  { size: 100, name: "cold", against: "drizzle", ratio: 0.45 },
  { size: 1000, name: "cold", against: "drizzle", ratio: 0.65 },
  { size: 10000, name: "cold", against: "drizzle", ratio: 0.2 },
  { size: 1000, name: "nothing changed", against: "floor", ratio: 1.2 },
  { size: 10000, name: "nothing changed", against: "floor", ratio: 1.2 },
  { size: 1000, name: "one file changed", against: "floor", ratio: 2.5 },
  { size: 10000, name: "one file changed", against: "floor", ratio: 3, megabytes: 200 },
];
/** What metadata.json may take for each feature. */
const BYTES_PER_FEATURE = 4000;
const START_UP_RATIO = 2;
/** The size at which the dialects are compared. */
const DIALECTS_SIZE = 1000;

const rows = [];
const failures = [];
const sizesOfMetadata = [];
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
  const lines = ["floor", "walk", "drizzle"].filter((name) => results.has(name));
  for (const [name, measured] of results) {
    const ratios = lines.map(
      (line) => `${(measured.milliseconds / results.get(line).milliseconds).toFixed(2)}x ${line}`,
    );
    rows.push([size, name, measured, ratios.join(", ")]);
  }
  const bytes = statSync(join(directory, "out/dev/metadata.json")).size / size;
  sizesOfMetadata.push(`${size}: ${bytes.toFixed(0)}`);
  // Metaxy's own tables count for little from here on.
  if (size >= 100 && bytes > BYTES_PER_FEATURE) {
    failures.push(`metadata.json, ${size} features: ${bytes.toFixed(0)} bytes each, at most ${BYTES_PER_FEATURE}`);
  }
  for (const budget of BUDGETS.filter((each) => each.size === size)) {
    const line = results.get(budget.against);
    if (line === undefined) continue;
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
if (drizzleKit === null) console.log("skipped: drizzle, which `npm ci --prefix bench/peers` installs\n");
console.log("| features | run | ms | CPU s | MB | ratio |\n|--:|---|--:|--:|--:|---|");
for (const [size, name, { milliseconds, seconds, megabytes }, ratios] of rows) {
  const figures = [milliseconds.toFixed(0), seconds.toFixed(2), megabytes.toFixed(0)].join(" | ");
  console.log(`| ${size} | ${name} | ${figures} | ${ratios} |`);
}
console.log(`\nBytes of metadata.json for each feature, by number of features: ${sizesOfMetadata.join(", ")}.`);
if (dialects !== null) failures.push(...reportDialects(dialects, DIALECTS_SIZE));
if (failures.length > 0) {
  console.error(`\nover budget:\n${failures.map((each) => `  ${each}`).join("\n")}`);
  process.exitCode = 1;
}
