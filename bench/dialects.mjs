// How much of a compilation writing SQL is, in each dialect: stages timed inside of fresh processes.

import { spawnSync } from "node:child_process";
import { bundle } from "./bundle.mjs";

/** Emitting takes at most this part of reading, linking, resolving, versioning, lowering and emitting together. */
const EMIT_SHARE = 0.15;

/**
 * Medians per dialect of `runs` rounds, each of which tries every dialect once.
 *
 * @param directory a generated project
 * @returns the dialect, the stages' milliseconds by name, their sum, and what of it is emitting
 */
export async function timeDialects(directory, runs) {
  const program = await bundle("stages");
  const dialects = JSON.parse(run(program, ["--list"]));
  const samples = new Map(dialects.map((name) => [name, []]));
  for (let round = -1; round < runs; round++) {
    for (const [name, list] of samples) {
      const laps = JSON.parse(run(program, [directory, name]));
      if (round >= 0) list.push(laps);
    }
  }
  return [...samples].map(([name, list]) => summarise(name, list));
}

function summarise(name, samples) {
  const middle = (stage) => samples.map((laps) => laps[stage]).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
  const stages = Object.fromEntries(Object.keys(samples[0]).map((stage) => [stage, middle(stage)]));
  const total = Object.values(stages).reduce((sum, each) => sum + each, 0);
  return { name, stages, total, share: stages.emit / total };
}

/** Prints the table; gives what is over budget. */
export function reportDialects(results, size) {
  const stages = Object.keys(results[0].stages);
  console.log(`\n${size} features, milliseconds per stage\n`);
  console.log(
    `| dialect | ${stages.join(" | ")} | total | emit of total |\n|---|${stages.map(() => "--:|").join("")}--:|--:|`,
  );
  for (const { name, stages: laps, total, share } of results) {
    const cells = [...stages.map((stage) => laps[stage]), total].map((each) => each.toFixed(0));
    console.log(`| ${name} | ${cells.join(" | ")} | ${(share * 100).toFixed(1)} % |`);
  }
  return results
    .filter(({ share }) => share > EMIT_SHARE)
    .map(({ name, share }) => `emit for ${name}: ${(share * 100).toFixed(1)} %, at most ${EMIT_SHARE * 100} %`);
}

function run(program, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} exited with ${status}\n${stderr}`);
  return stdout;
}
