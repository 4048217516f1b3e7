// Every value of a lock file that Metaxy wrote is found where it stands.

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { indexPlaces, type LockPath, placeOf } from "../../src/lock/places.ts";

const text = readFileSync(new URL("metaxy.lock", import.meta.url), "utf8");
const places = indexPlaces(text, "metaxy.lock");
const { features } = parse(text) as { readonly features: Readonly<Record<string, unknown>> };

/** Paths of everything that is no table, with what is there. */
function* leavesOf(value: unknown, path: LockPath): Iterable<readonly [path: LockPath, value: unknown]> {
  if (Array.isArray(value) && value.length > 0 && value.every(isTable)) {
    for (const [index, item] of value.entries()) yield* leavesOf(item, [...path, index]);
  } else if (isTable(value)) {
    for (const [key, item] of Object.entries(value)) yield* leavesOf(item, [...path, key]);
  } else yield [path, value];
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const leaves = Object.entries(features).flatMap(([key, entry]) => [...leavesOf(entry, [key])]);
const shown = (path: LockPath, part: "key" | "value") => {
  const { start, end } = placeOf(places, path, part);
  return text.slice(start, end);
};

test("a value is marked from its first character to its last", () => {
  expect(leaves.length).toBeGreaterThan(40);
  for (const [path, value] of leaves) {
    expect(parse(`x = ${shown(path, "value")}`).x, path.join(".")).toEqual(value);
    expect(JSON.parse(`[${shown(path, "key").replace(/^[\w-]+$/, '"$&"')}]`), path.join(".")).toEqual([path.at(-1)]);
  }
});

test("what is not there is shown at the table that lacks it, else at the entry", () => {
  expect(shown(["camera", "info", "nothing"], "value")).toBe("[features.camera.info]");
  expect(shown(["camera", "nothing", "at", "all"], "value")).toBe("camera");
  expect(shown(["nobody", "info"], "value")).toBe("");
});
