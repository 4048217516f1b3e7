// Projects spoilt at random: tokens deleted, doubled, exchanged, repeated thousands of times; texts cut off at any byte,
// spliced, written in another encoding; files removed, copied, and made to import each other.

import { type Choices, chance, integer, pick } from "../grammar/generate/choices.ts";
import type { Project } from "./corpus.ts";

/** Changes a text; `other` is another file of the project or of any other. */
type Mutation = (text: string, other: string, choices: Choices) => string;

/** A project with a few mutations, or none. */
export function mutate(corpus: readonly Project[], choices: Choices): Project {
  const { name, files, argv, env } = pick(choices, corpus);
  const mutated = new Map(files);
  const anyProject = pick(choices, corpus);
  for (let left = integer(choices, 0, 4); left > 0 && mutated.size > 0; left--) {
    if (chance(choices, 0.1)) mutateFiles(mutated, choices);
    else {
      const path = pick(choices, [...mutated.keys()]);
      const others = chance(choices, 0.3) ? anyProject.files : mutated;
      const other = others.get(pick(choices, [...others.keys()])) ?? "";
      mutated.set(path, pick(choices, MUTATIONS)(mutated.get(path) ?? "", other, choices));
    }
  }
  return { name, files: mutated, argv: [...argv, ...moreArguments(argv, choices)], env };
}

const DIALECTS = "duckdb postgresql sqlite clickhouse mysql mariadb bigquery motherduck ducklake".split(" ");
const FORMATS = ["json", "tsc", "sarif", "github", "pretty"];

/** Every dialect and every format gets its share. */
function moreArguments(argv: readonly string[], choices: Choices): readonly string[] {
  const choosesStore = argv.some((each) => ["--store", "--all-stores", "--dialect"].includes(each));
  // SQL on stdout leaves no room for a document.
  const choosesFormat = argv.includes("--format") || argv.includes("--stdout");
  return [
    ...(choosesStore || chance(choices, 0.3) ? [] : ["--dialect", pick(choices, DIALECTS)]),
    ...(choosesFormat || chance(choices, 0.3) ? [] : ["--format", pick(choices, FORMATS)]),
    ...(argv.includes("--emit") || chance(choices, 0.8) ? [] : ["--emit", "sql,json,lock"]),
  ];
}

function mutateFiles(files: Map<string, string>, choices: Choices): void {
  const path = pick(choices, [...files.keys()]);
  const text = files.get(path) ?? "";
  const target = pick(choices, [...files.keys()]);
  const change = pick(choices, ["remove", "move", "copy", "rename"]);
  if (change !== "copy") files.delete(path);
  if (change === "move") files.set(target, text);
  if (change === "copy") files.set(path.replace(/(\w+)(\.\w+)$/, "$1-2$2"), text);
  if (change === "rename") files.set(`${path}${pick(choices, [".d.ts", ".tsx", ".js", ".json", "/index.ts"])}`, text);
}

/** Words, numbers, strings, blanks, and everything else one by one. */
const TOKEN = /[A-Za-z_$][\w$]*|\d[\w.]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\s+|./gs;

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Where to cut: anywhere, in tokens. */
function place(list: readonly unknown[], choices: Choices): number {
  return integer(choices, 0, Math.max(0, list.length - 1));
}

/** A mutation of a list of tokens. */
function ofTokens(change: (list: string[], at: number, other: string, choices: Choices) => void): Mutation {
  return (text, other, choices) => {
    const list = tokens(text);
    change(list, place(list, choices), other, choices);
    return list.join("");
  };
}

const utf8 = (text: string) => Buffer.from(text).toString("latin1");
const fromUtf8 = (bytes: string) => Buffer.from(bytes, "latin1").toString();

const MUTATIONS: readonly Mutation[] = [
  ofTokens((list, at, _, choices) => void list.splice(at, integer(choices, 1, 5))),
  ofTokens((list, at, _, choices) => void list.splice(at, 0, ...list.slice(at, at + integer(choices, 1, 12)))),
  ofTokens((list, at, _, choices) => {
    const with_ = place(list, choices);
    [list[at], list[with_]] = [list[with_] ?? "", list[at] ?? ""];
  }),
  ofTokens((list, at, _, choices) => void list.splice(at, integer(choices, 0, 1), pick(choices, list))),
  ofTokens((list, at, other, choices) => {
    const theirs = tokens(other);
    const from = place(theirs, choices);
    list.splice(at, integer(choices, 0, 3), ...theirs.slice(from, from + integer(choices, 1, 12)));
  }),
  ofTokens((list, at, _, choices) => void list.splice(at, integer(choices, 0, 1), utf8(pick(choices, PIECES)))),
  ofTokens((list, at, _, choices) => {
    const some = list.slice(at, at + integer(choices, 1, 6)).join("");
    list.splice(at, 0, some.repeat(pick(choices, [10, 100, 300, 1000, 5000])).slice(0, 100_000));
  }),
  // Inside something as often as wanted.
  ofTokens((list, at, _, choices) => {
    const [open, close] = pick(choices, BRACKETS);
    const times = pick(choices, [2, 20, 200, 300, 1000, 5000]);
    list.splice(at, 1, open.repeat(times), list[at] ?? "", close.repeat(chance(choices, 0.1) ? 0 : times));
  }),
  (text, _, choices) => text.slice(0, integer(choices, 0, text.length)),
  (text, _, choices) => text.slice(integer(choices, 0, text.length)),
  (text, other, choices) =>
    text.slice(0, integer(choices, 0, text.length)) + other.slice(integer(choices, 0, other.length)),
  (text, _, choices) => {
    const at = integer(choices, 0, text.length);
    const bytes = Array.from({ length: integer(choices, 1, 8) }, () => integer(choices, 0, 255));
    return text.slice(0, at) + String.fromCharCode(...bytes) + text.slice(at + integer(choices, 0, 4));
  },
  (text, _, choices) => {
    const at = integer(choices, 0, text.length);
    const points = Array.from({ length: integer(choices, 1, 6) }, () => codePoint(choices));
    return text.slice(0, at) + utf8(String.fromCodePoint(...points)) + text.slice(at);
  },
  (text, _, choices) => pick(choices, ["\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "\xff", "\0"]) + text,
  (text, _, choices) => encoded(fromUtf8(text), pick(choices, ["utf16le", "latin1"]), chance(choices, 0.8)),
  (text) => text.replaceAll("\n", "\r"),
  (text, _, choices) => `${text}\n${importing(choices)}`,
];

function codePoint(choices: Choices): number {
  const most = pick(choices, [0x7f, 0x2ff, 0xd7ff, 0x10ffff]);
  const point = integer(choices, 0, most);
  return point >= 0xd800 && point < 0xe000 ? 0x2028 : point;
}

function encoded(text: string, encoding: "utf16le" | "latin1", marked: boolean): string {
  const mark = encoding === "utf16le" && marked ? "\xff\xfe" : "";
  return mark + Buffer.from(text, encoding).toString("latin1");
}

function importing(choices: Choices): string {
  const from = pick(choices, ["./index.js", "./video.js", "./types.js", "../src/a.js", "shop", "./x.json", ".", ""]);
  return pick(choices, [`export * from "${from}";`, `import * as all from "${from}"; export { all };`]);
}

const BRACKETS = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["{ a: ", "}"],
  ["<", ">"],
  ["`$" + "{", "}`"],
  ["A<", ">"],
  ["Partial<", ">"],
  ["Object.freeze(", ")"],
  ["(() => { ", " })()"],
  ["1 + ", ""],
  ["!", ""],
  ["x ?? ", ""],
  ["keyof ", ""],
  ["@(class { ", " })"],
  ["if (x) ; else ", ""],
] as const satisfies readonly (readonly [string, string])[];

/** What has broken programs like this one. */
const PIECES: readonly string[] = [
  ..."(){}[]<>,;:.?!=+-*/%&|^~@#'\"`\\\n".split(""),
  ..."__proto__ constructor toString hasOwnProperty prototype undefined null NaN Infinity this super".split(" "),
  ..."-0 0 1e999 1e-999 9007199254740993 0x1F 1_000 99999999999999999999n 0.1 08 1.5 -1".split(" "),
  ..."any unknown never object symbol Date bigint Uint8Array string[] keyof typeof infer readonly".split(" "),
  ..."await new static abstract declare export import default class extends enum namespace".split(" "),
  ..."\u2028 \u202e \u200b \ufeff \u0000 é 日本 \u{1f600} \\ud800 \\u{110000}".split(" "),
  '""',
  "''",
  "``",
  "$" + "{a}",
  " as const",
  " satisfies string",
  "...",
  "?.",
  "/*",
  "//",
  "/**/",
  "<!--",
  "#!",
  '"'.repeat(3),
  '"a".repeat(9)',
  "[[a]]",
  "= [",
  "[x.y]\n",
  '"\\u0000"',
  `$\{VAR:-x}`,
  "../../..",
  "/",
  "C:\\",
  "x".repeat(300),
  "é".repeat(64),
];
