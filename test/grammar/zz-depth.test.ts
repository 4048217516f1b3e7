import { it } from "vitest";
import { randomChoices, replayedChoices } from "./generate/choices.ts";
import { generateProgram } from "./generate/program.ts";
import { subset } from "./subset.ts";

const depthOf = (text: string) => {
  let d = 0,
    m = 0;
  for (const c of text) {
    if ("([{".includes(c)) m = Math.max(m, ++d);
    else if (")]}".includes(c)) d--;
  }
  return m;
};
it("depth", () => {
  const worst: [number, string][] = [];
  const errors: Record<string, number> = {};
  const t0 = Date.now();
  for (let seed = 1; Date.now() - t0 < 60_000; seed++) {
    const c = randomChoices(seed);
    const p = generateProgram(subset, c);
    worst.push([Math.max(...Object.values(p.files).map(depthOf)), `${seed} whole ${c.taken.length}`]);
    const r = randomChoices(seed + 1e6);
    for (let k = 0; k < 15; k++) {
      let list = [...c.taken];
      const times = 1 + Math.floor(r.next() * 4);
      for (let q = 0; q < times; q++) {
        const at = Math.floor(r.next() * list.length),
          size = Math.floor((r.next() * list.length) / 2);
        list =
          r.next() < 0.5
            ? [...list.slice(0, at), ...list.slice(at + size)]
            : [...list.slice(0, at), ...list.slice(at, at + size).map(() => 0), ...list.slice(at + size)];
      }
      if (k === 14) list = list.slice(0, 1 + Math.floor(r.next() * 20));
      try {
        const q = generateProgram(subset, replayedChoices(list));
        worst.push([Math.max(...Object.values(q.files).map(depthOf)), `${seed}/${k} list ${list.length}`]);
      } catch (e) {
        const m = (e as Error).message.slice(0, 80);
        errors[m] = (errors[m] ?? 0) + 1;
      }
    }
  }
  worst.sort((a, b) => b[0] - a[0]);
  console.log(worst.length, JSON.stringify(worst.slice(0, 12)), JSON.stringify(errors));
}, 200_000);
