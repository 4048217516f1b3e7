// Linking never throws and never hangs, whatever the sources say.

import fc from "fast-check";
import { expect, it } from "vitest";
import { compareDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { type Files, linkFiles } from "./project.ts";

const BASE: Files = {
  "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
  "package.json": '{ "name": "me", "imports": { "#k": "./src/keys.ts" }, "exports": { "./*": "./src/*.ts" } }',
  "src/keys.ts": `import { Video } from "./video.js";
export const PREFIX = "p" as const;
export const KEYS = { video: [PREFIX, "video"], n: 1 + 2 * 3 };
export enum Kind { A = "a", B = \`\${PREFIX}b\` }
export namespace N { export const X = [...KEYS.video, Kind.A]; export interface I { a: string } }
export const { video: [first] } = KEYS;
export const later = () => Video;
export default Object.freeze({ key: KEYS.video });`,
  "src/types.ts": `import type { Varchar } from "metaxy-compile/dsl";
import { Kind } from "#k";
export type Maybe<T> = T | null;
export interface Meta<T = string> extends Pick<Other, "b"> { a: Maybe<T>; kind: Kind; more: Meta<T>["a"][] }
export interface Other { b: Varchar<8>; c: Record<string, number>; d: keyof Other }
export type Names = \`\${"x" | "y"}-\${1 | 2}\`;`,
  "src/index.ts":
    'export * from "./video.js";\nexport * from "./types.js";\nexport * as keys from "./keys.js";\nexport * from "./index.js";',
  "src/video.ts": `import { BaseSQLModelFeature, CheckConstraint, FeatureDep, FeatureSpec, Field, FieldSpec, Index, SpecialFieldDep, type Int64 } from "metaxy-compile/dsl";
import defaults, { KEYS, Kind, N } from "@/keys";
import type { Maybe, Meta, Names } from "./index.js";
const Dated = <T extends new (...a: any[]) => object>(Base: T) => class extends Base { at!: Date; };
abstract class Root<K> extends Dated(BaseSQLModelFeature) { id!: K; static readonly columns = ["id"] as const; }
/** A video. */
export class Video extends Root<string> {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ ...defaults, idColumns: [...Root.columns], fields: ["a", new FieldSpec({ key: "b", codeVersion: "1" })], metadata: { n: KEYS.n ?? 1 } });
  static override readonly tableArgs = [new Index("ix", "path", { expression: "lower(path)" }), new CheckConstraint({ expression: "size > 0" }), { comment: "c" }];
  path!: Names;
  size: Int64 = Field({ index: true, default: 1n });
  meta?: Meta;
  kinds!: Maybe<Kind>[];
}
export class Clip extends Root<Int64> {
  static override readonly spec = { key: N.X, idColumns: ["id"], deps: [Video, new FeatureDep({ feature: "p/video", rename: { path: "p" } })], fields: [{ key: "c", deps: SpecialFieldDep.ALL }] };
  from: number = 0.5;
  of!: (typeof Root.columns)[number];
}`,
};

/** Pieces that are put into sources, besides pieces of the sources themselves. */
const PIECES = [
  "",
  " ",
  ";",
  "}",
  "{",
  "(",
  ")",
  "[",
  "]",
  "`${",
  "...",
  "?.",
  "!",
  " as const",
  "null",
  "undefined",
  "__proto__",
  "await ",
  "new ",
  "KEYS",
  "Video",
  "Root",
  "extends Video",
  "typeof KEYS",
  "keyof ",
  "export default ",
  "export * from './keys.js';",
  "import * as all from './index.js';",
  "KEYS.video.push('x');",
  "static spec = Video.spec;",
  "Meta<Meta>",
  "Pick<Video, 'a'>",
  "1n ** 999999999n",
  "'x'.repeat(9)",
  "[1][0][0]",
  "E.A",
  "\u0000",
  "\u{1F600}",
  "/*",
  "//",
  "class V extends V {}",
];

interface Edit {
  readonly file: number;
  readonly at: number;
  readonly cut: number;
  readonly piece: string;
}

const edits = fc.array(
  fc.record<Edit>({
    file: fc.nat(),
    at: fc.nat(),
    cut: fc.nat({ max: 40 }),
    piece: fc.oneof(
      fc.constantFrom(...PIECES),
      fc.tuple(fc.nat(), fc.nat({ max: 60 })).map(([at, size]) => sample(at, size)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function sample(at: number, size: number): string {
  const all = Object.values(BASE).join("\n");
  return all.slice(at % all.length, (at % all.length) + size);
}

function edited(changes: readonly Edit[]): Files {
  const files = new Map(Object.entries(BASE));
  const paths = [...files.keys()];
  for (const { file, at, cut, piece } of changes) {
    const path = paths[file % paths.length] ?? "";
    const text = files.get(path) ?? "";
    const start = at % (text.length + 1);
    files.set(path, text.slice(0, start) + piece + text.slice(start + cut));
  }
  return Object.fromEntries(files);
}

it("links the sources it mutates", () => {
  const { report, features } = linkFiles(BASE, ["src/video.ts"]);
  expect(report).toEqual([]);
  expect(features.map(({ className }) => className)).toEqual(["Video", "Clip"]);
});

it("never throws on mutated sources, sorts what it reports, and does not depend on the order of files", () => {
  const entries = Object.keys(BASE).filter((path) => path.endsWith(".ts"));
  fc.assert(
    fc.property(edits, (changes) => {
      const files = edited(changes);
      const { diagnostics, report, features } = linkFiles(files, entries);
      expect([...diagnostics].sort(compareDiagnostics)).toEqual(diagnostics);
      const reversed = linkFiles(files, [...entries].reverse());
      expect(reversed.report).toEqual(report);
      expect(reversed.features).toEqual(features);
    }),
    { seed: 1, numRuns: 150 },
  );
}, 120_000);

it("never throws on sources that are no sources", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 3 }), (texts) => {
      const files = Object.fromEntries(texts.map((text, index) => [`src/f${index}.ts`, text]));
      expect(linkFiles(files).features).toEqual([]);
    }),
    { seed: 1, numRuns: 100 },
  );
});
