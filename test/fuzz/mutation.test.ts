// Whatever is done to a project, the program has an answer.

import { expect, it } from "vitest";
import { randomChoices } from "../grammar/generate/choices.ts";
import { fuzzTimeout, seeds } from "./amount.ts";
import { type Project, readCorpus } from "./corpus.ts";
import { saveFinding, shrink } from "./finding.ts";
import { complaintAbout } from "./law.ts";
import { mutate } from "./mutate.ts";

const corpus = readCorpus();

it("mutated projects are compiled or refused", { timeout: fuzzTimeout(120_000) }, async () => {
  for (const seed of seeds(200)) {
    const project = mutate(corpus, randomChoices(seed));
    if ((await complaintAbout(project)) !== null) expect.fail(await describeFinding(project, seed));
  }
});

async function describeFinding(project: Project, seed: number): Promise<string> {
  const complaint = await complaintAbout(project);
  const kind = kindOf(complaint);
  const small = await shrink(project, async (smaller) => kindOf(await complaintAbout(smaller)) === kind);
  return `seed ${seed}, ${project.name}, kept in ${saveFinding(small, `${seed}`)}:\n${await complaintAbout(small)}`;
}

/** What stays of a complaint when the input shrinks: the error and where it is thrown, or the first words. */
function kindOf(complaint: string | null): string | undefined {
  const [first, second] = complaint?.split("\n") ?? [];
  return first && `${first} ${second}`.replaceAll(/["'`].*?["'`]|\d+/g, "");
}
