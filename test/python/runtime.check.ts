// Tables that the compiler's SQL made serve a Metaxy store as those it makes itself: what a pipeline writes, resolves and reads
// back is the same, down to the hashes.

import { expect, it } from "vitest";
import { runInMemory } from "../memory-world.ts";
import { statementsOf } from "./compiled.ts";
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

describeMetaxy("works on DuckDB tables of ours", "newest", (metaxy) => {
  it.each([
    { map: false, argv: [] },
    { map: true, argv: [] },
    { map: false, argv: ["--inject-primary-key", "--inject-index"] },
    { map: true, argv: ["--inject-primary-key", "--inject-index"] },
  ])("as on its own, with map = $map and $argv", async ({ map, argv }) => {
    const files = new Map([["src/features.ts", typescript]]);
    const { written, stderr } = await runInMemory(["src", "--emit", "sql", ...argv], files);
    expect(stderr).toBe("");
    const statements = ["system.sql", "features.sql"].flatMap((name) =>
      statementsOf(written.get(`out/dev/${name}`) ?? ""),
    );
    const request = { project: "oracle", module: python, parent: "video", child: "video/faces", statements, map };
    const { given, made } = metaxy.ask("runtime.py", request) as {
      readonly given: readonly unknown[];
      readonly made: unknown;
    };
    expect(given).toEqual(made);
    expect(given[0]).toEqual({ first: [3, 0, 0], second: [0, 1, 0], third: [0, 0, 0] });
  });
});
