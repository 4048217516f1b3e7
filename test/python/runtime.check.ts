// Tables that the compiler's SQL made serve a Metaxy store as those it makes itself: what a pipeline writes, resolves and reads
// back is the same, down to the hashes.

import { expect, it } from "vitest";
import { runInMemory } from "../memory-world.ts";
import { statementsOf } from "./compiled.ts";
import { PROJECT, randomGraph } from "./graph/random-graph.ts";
import { describeMetaxy } from "./python.ts";

const typescript = `
import { BaseSQLModelFeature, FeatureSpec, FieldSpec, type Int64 } from "metaxy-compile/dsl";

export class Video extends BaseSQLModelFeature {
  static override readonly project = "oracle";
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video",
    idColumns: ["video_id"],
    fields: ["frames", "audio/left"],
  });
  video_id!: string;
  path!: string;
  duration!: number | null;
}

export class Faces extends BaseSQLModelFeature {
  static override readonly project = "oracle";
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: "video/faces",
    idColumns: ["video_id"],
    deps: [Video],
    fields: ["frames", new FieldSpec({ key: "both", codeVersion: "2" })],
  });
  video_id!: string;
  faces!: Int64;
}
`;

const python = `
from metaxy import BaseFeature, FeatureSpec, FieldSpec


class Video(BaseFeature, spec=FeatureSpec(key="video", id_columns=["video_id"], fields=["frames", "audio/left"])):
    __metaxy_project__ = "oracle"
    video_id: str
    path: str
    duration: float | None


class Faces(BaseFeature, spec=FeatureSpec(
    key="video/faces", id_columns=["video_id"], deps=[Video], fields=["frames", FieldSpec(key="both", code_version="2")]
)):
    __metaxy_project__ = "oracle"
    video_id: str
    faces: int
`;

/** What runtime.py says of one pipeline. */
interface Answer {
  readonly given: { readonly first: unknown; readonly second: unknown; readonly third: unknown };
  readonly made: unknown;
}

/** The statements that make the tables of a module, for a store that keeps maps or does not. */
async function compileTables(source: string, argv: readonly string[], map = false): Promise<readonly string[]> {
  const files = new Map([["src/features.ts", source]]);
  const env = { METAXY_ENABLE_MAP_DATATYPE: String(map) };
  const { written } = await runInMemory(["src", "--project", PROJECT, "--emit", "sql", ...argv], files, { env });
  return ["system.sql", "features.sql"].flatMap((name) => statementsOf(written.get(`out/dev/${name}`) ?? ""));
}

const injected = ["--inject-primary-key", "--inject-index"];

async function pipeline(argv: readonly string[], map: boolean) {
  const values = {
    video: { path: ["a.mp4", "b's.mp4", "ü.mp4"], duration: [1.5, null, 3] },
    "video/faces": { faces: [2, 2, 2] },
  };
  return { project: PROJECT, module: python, statements: await compileTables(typescript, argv, map), map, values };
}

/** Random specs on plain tables: one id column, and dependencies whose rows are those of the features above. */
async function randomPipelines(count: number) {
  const requests = [];
  for (let seed = 9000; requests.length < count; seed++) {
    const graph = randomGraph(seed, [PROJECT], "ids");
    const { typescript: source } = graph;
    const size = source.split("export class").length - 1;
    if (/expansion|aggregation/.test(source) || !source.includes("deps: [") || size > 4) continue;
    // With the key of the class, an id, a sample could not be written again.
    const statements = await compileTables(source, injected);
    // The compiler refuses what Metaxy refuses.
    if (statements.length > 0)
      requests.push({ project: PROJECT, module: graph.python, statements, map: false, values: {} });
  }
  return requests;
}

function expectSame(answers: readonly Answer[], requests: readonly { readonly module: string }[]): void {
  expect(answers.length).toBe(requests.length);
  for (const [index, { given, made }] of answers.entries()) expect(given, requests[index]?.module).toEqual(made);
}

describeMetaxy("works on DuckDB tables of ours as on its own", "every", (metaxy) => {
  it("with and without an injected key", async () => {
    const requests = [await pipeline([], false), await pipeline(injected, false)];
    const answers = metaxy.ask("runtime.py", requests) as readonly Answer[];
    expectSame(answers, requests);
    for (const { given } of answers) {
      expect(given).toMatchObject({ first: [[3], [3, 0, 0]], second: [[1], [0, 1, 0]], third: [[0, 0, 0]] });
    }
  });

  it("with random graphs", async () => {
    const requests = await randomPipelines(6);
    expectSame(metaxy.ask("runtime.py", requests) as readonly Answer[], requests);
  });
});

describeMetaxy("keeps maps as maps", "newest", (metaxy) => {
  it("in DuckDB tables of ours as in its own", async () => {
    const requests = [await pipeline([], true), await pipeline(injected, true)];
    expectSame(metaxy.ask("runtime.py", requests) as readonly Answer[], requests);
  });
});
