// A run after an edit of any kind ends as it would without the caches of the run before.

import { afterAll, expect, it } from "vitest";
import { type DiskProject, makeProject, type Outcome, removeProjects } from "../cli/disk-project.ts";
import { randomChoices } from "../grammar/generate/choices.ts";
import { fuzzTimeout, seeds } from "./amount.ts";
import { type Project, readCorpus } from "./corpus.ts";
import { mutate } from "./mutate.ts";

afterAll(removeProjects);

const corpus = readCorpus();

it("mutated projects come out the same with caches and without", { timeout: fuzzTimeout(120_000) }, async () => {
  for (const seed of seeds(25)) {
    const edited = mutate(corpus, randomChoices(seed));
    const original = corpus.find(({ name }) => name === edited.name) ?? edited;
    const [warm, cold] = [await runTwice(original, edited, true), await runTwice(original, edited, false)];
    expect(warm, `seed ${seed}, ${edited.name}`).toEqual(cold);
  }
});

/** Both projects in one folder, one after the other: what the second run printed and what lies in the output folder. */
async function runTwice(original: Project, edited: Project, caches: boolean) {
  const project = makeProject(bytesOf(original));
  await runIn(project, edited, caches);
  for (const path of original.files.keys()) if (!edited.files.has(path)) project.remove(path);
  for (const [path, text] of edited.files) {
    if (original.files.get(path) !== text) project.write(path, Buffer.from(text, "latin1"));
  }
  const outcome = await runIn(project, edited, caches);
  return { outcome, outputs: project.list("out") };
}

function runIn(project: DiskProject, { argv, env }: Project, caches: boolean): Promise<Outcome> {
  return project.run(argv, { env, caches });
}

function bytesOf({ files }: Project): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries([...files].map(([path, text]) => [path, Buffer.from(text, "latin1")]));
}
