// Stores and lock files that Metaxy and the compiler share: each reads what the other wrote.

import fc from "fast-check";
import { expect, it } from "vitest";
import { printToml } from "../../src/lock/toml-text.ts";
import { type Json, PythonFloat } from "../../src/model/json.ts";
import { runInMemory } from "../memory-world.ts";
import { statementsOf } from "./compiled.ts";
import { encode } from "./encoded.ts";
import { randomGraph } from "./graph/random-graph.ts";
import { describeMetaxy } from "./python.ts";

const OWN = "oracle";
const FOREIGN = ["ingest", "studio"];

/** What stores.py says of one graph. */
interface Answer {
  readonly theirs: unknown;
  readonly ours: unknown;
  readonly lock: string;
  readonly versions: unknown;
  readonly locked_versions: unknown;
  /** A version that Python pushed, that another one followed, and that the compiler pushed again. */
  readonly again: { readonly rows: number; readonly features: number };
}

/** A graph in Python with what the compiler writes for it. */
interface Request {
  readonly module: string;
  readonly system: readonly string[];
  readonly push: readonly string[];
  readonly extra: readonly ExtraFeatures[];
  readonly lock: string;
}

/** An entry of `extra_features`. */
type ExtraFeatures = Readonly<Record<string, readonly string[] | true>>;

/** Those of so many random graphs in which the compiled project has a feature and that the compiler accepts. */
async function findRequests(count: number): Promise<readonly Request[]> {
  const found: Request[] = [];
  for (let seed = 5000; seed < 5000 + count; seed++) {
    const graph = randomGraph(seed, [OWN, OWN, ...FOREIGN]);
    if (!graph.python.includes(`__metaxy_project__ = "${OWN}"`)) continue;
    const full = await write(graph.typescript, [{ all: true }]);
    const keys = [...(full.get("metaxy.lock") ?? "").matchAll(/^\[features\.(.+)\.data\]$/gm)].map(([, key = ""]) =>
      key.replaceAll('"', ""),
    );
    const extra = pickExtra(seed, keys);
    const written = await write(graph.typescript, extra);
    const lock = written.get("metaxy.lock");
    if (lock === undefined) continue;
    const read = (name: string) => statementsOf(written.get(`out/dev/${name}`) ?? "");
    found.push({ module: graph.python, system: read("system.sql"), push: read("push.sql"), extra, lock });
  }
  return found;
}

async function write(source: string, extra: readonly ExtraFeatures[]): Promise<ReadonlyMap<string, string>> {
  const entries = extra.map((each) => `[[extra_features]]\n${printToml(each)}\n`).join("");
  const configuration = `${entries}[stores.dev]\ntype = "metaxy.ext.duckdb.DuckDBMetadataStore"\nconfig = { database = "x" }\n[ext.sqlmodel]\nenable = true\n`;
  const files = new Map([
    ["metaxy.toml", configuration],
    ["src/features.ts", source],
  ]);
  return (await runInMemory(["src", "--project", OWN, "--emit", "sql,push,lock"], files)).written;
}

/** Every way to ask for features of others, and not to; a project may have none. */
function pickExtra(seed: number, keys: readonly string[]): readonly ExtraFeatures[] {
  const some = keys.filter((_, index) => (seed + index) % 2 === 0);
  const byKey = some.length === 0 ? [] : [{ keys: some }];
  const byProject = [{ projects: ["studio"] }];
  return [[], byKey, byProject, [...byKey, ...byProject], [{ all: true } as const]][seed % 5] ?? [];
}

describeMetaxy("shares a store", "every", (metaxy) => {
  it("with push.sql and metaxy.lock, byte for byte", async () => {
    const graphs = await findRequests(60);
    expect(graphs.length).toBeGreaterThan(30);
    const answers = metaxy.ask("stores.py", { project: OWN, graphs }) as readonly Answer[];
    for (const [index, { module, lock }] of graphs.entries()) {
      const answer = answers[index];
      expect(answer?.ours, module).toEqual(answer?.theirs);
      // Where a class stands is the one thing that cannot be the same.
      expect(lock.replaceAll("src/features.ts:", "declared.module."), module).toBe(answer?.lock);
      expect(answer?.locked_versions, module).toEqual(answer?.versions);
      const { rows = 0, features = 0 } = answer?.again ?? {};
      expect([rows > 0, rows], module).toEqual([true, 2 * features]);
    }
    expect(graphs.filter(({ lock }) => lock.includes(".data]")).length).toBeGreaterThan(10);
  });
});

describeMetaxy("writes lock files", "newest", (metaxy) => {
  it("in TOML laid out as the compiler lays it out", () => {
    const documents = fc.sample(document, { seed: 2, numRuns: 2000 });
    const texts = metaxy.ask("toml.py", documents.map(encode)) as readonly string[];
    for (const [index, each] of documents.entries()) expect(printToml(each)).toBe(texts[index]);
  });
});

const key = fc.constantFrom("a", "b", "Z", "é", "a b", "", "10", "9", "x-y", "z_1", "ｚ", "😀", "'", '"\\');
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom("", "a\nb", 'q"\\ \t\r\b\f\u007f\u0001\u001b é😀\u2028'),
  fc.boolean(),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
  fc.constantFrom(1, -0, 0.1, 1e16, 1e-5, 1e22).map((value) => new PythonFloat(value)),
);
const { table: document } = fc.letrec<{ value: Json; table: ReadonlyMap<string, Json> }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    tie("table"),
    fc.array(tie("table"), { maxLength: 3 }),
  ),
  table: fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((entries) => new Map(entries)),
}));
