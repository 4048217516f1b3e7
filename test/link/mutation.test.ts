import { describe, expect, it } from "vitest";
import { fold, refusal } from "./folding.ts";

const KEYS = 'export const KEYS = ["a"];';

/** The refusal of `KEYS` of `src/keys.ts` when `src/v.ts` does something with it first. */
function spoilt(source: string): string {
  return refusal({
    "src/keys.ts": KEYS,
    "src/v.ts": `import { KEYS } from "./keys.js";\n${source}\nexport const V = KEYS;`,
  });
}

function kept(source: string): unknown {
  return fold({
    "src/keys.ts": KEYS,
    "src/v.ts": `import { KEYS } from "./keys.js";\n${source}\nexport const V = KEYS;`,
  });
}

describe("a constant is not trusted when it is", () => {
  it.each([
    ["given a new item", 'KEYS.push("b");', "2:1 `KEYS` has `push` called on it"],
    ["written into", 'KEYS[0] = "b";', "2:1 `KEYS.0` is assigned to"],
    ["changed in a function", "export function f() { KEYS.pop(); }", "2:23 `KEYS` has `pop` called on it"],
    ["handed to a function", "declare function f(x: unknown): void;\nf(KEYS);", "3:3 `KEYS` is passed to `f`"],
    [
      "handed to a function inside an object",
      "declare function f(x: unknown): void;\nf({ a: [KEYS] });",
      "3:9 `KEYS` is passed to `f`",
    ],
    ["part of a constant that is changed", "const o = { k: KEYS };\no.k.push('b');", ""],
    [
      "part of a frozen constant that is handed on",
      "declare function f(x: unknown): void;\nconst o = Object.freeze({ k: KEYS });\nf(o);",
      "",
    ],
    ["another name for a constant that is changed", "const other = KEYS;\nother.push('b');", ""],
    ["kept in a variable", "let other = KEYS;", ""],
    ["returned from a function", "export const f = () => KEYS;", ""],
  ])("%s", (_, source, message) => {
    expect(spoilt(source)).toMatch(/^MXC1011 src\/v\.ts:/);
    expect(spoilt(source)).toContain(message);
  });
});

describe("a constant is trusted when it is", () => {
  it.each([
    ["only read", "export const first = KEYS[0];\nexport const n = KEYS.length;"],
    ["asked with methods that change nothing", 'export const a = KEYS.includes("a") && KEYS.join("/");'],
    ["printed", "console.log(KEYS, JSON.stringify(KEYS));"],
    [
      "handed to the library",
      'import { FeatureKey } from "metaxy-compile/dsl";\nexport const k = new FeatureKey(KEYS);',
    ],
    ["part of a constant that is left alone", "export const o = { k: KEYS };"],
    ["frozen into another constant", "export const o = Object.freeze(KEYS);"],
    ["copied", "export const copy = [...KEYS, 'b'];"],
    ["shadowed where something is changed", "export function f(KEYS: string[]) { KEYS.push('b'); }"],
  ])("%s", (_, source) => {
    expect(kept(source)).toEqual(["a"]);
  });

  it("marked `as const`, because the compiler would not allow a change", () => {
    const files = { "src/keys.ts": 'export const KEYS = ["a"] as const;' };
    const source =
      'import { KEYS } from "./keys.js";\ndeclare function f(x: unknown): void;\nf(KEYS);\nexport const V = KEYS;';
    expect(fold({ ...files, "src/v.ts": source })).toEqual(["a"]);
  });

  it.each([
    ["frozen primitives", 'Object.freeze(["a"])', ["a"]],
    ["frozen properties", "Object.freeze({ a: 1 })", { a: 1 }],
  ])("made of %s", (_, init, expected) => {
    const source = `const K = ${init};\ndeclare function f(x: unknown): void;\nf(K);\nexport const V = K;`;
    expect(fold({ "src/v.ts": source })).toEqual(expected);
  });

  it("a primitive, whatever is done with it", () => {
    expect(
      fold({ "src/v.ts": 'const A = "a";\ndeclare function f(x: unknown): void;\nf(A);\nexport const V = A;' }),
    ).toBe("a");
  });
});

it("Object.freeze does not reach into nested values", () => {
  const source = "const K = Object.freeze({ a: ['x'] });\nK.a.push('y');\nexport const V = K;";
  expect(refusal({ "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:2:1 /);
});

describe("the primitives of a constant may go anywhere", () => {
  const files = { "src/config.ts": 'export const CONFIG = { key: "k", host: "h", list: ["a"] };' };
  const using = (source: string) => ({
    ...files,
    "src/v.ts": `import { CONFIG } from "./config.js";\n${source}\nexport const V = CONFIG;`,
  });

  it.each([
    "declare function connect(host: string): void;\nconnect(CONFIG.host);",
    "export let host = CONFIG.host;",
    "export const first = () => CONFIG.list[0 as number] && CONFIG['key'];",
    "export class Client { host = CONFIG.host; first = CONFIG.list[0]; }",
  ])("%s", (source) => {
    expect(fold(using(source))).toEqual({ key: "k", host: "h", list: ["a"] });
  });

  it.each([
    "declare function connect(list: string[]): void;\nconnect(CONFIG.list);",
    'CONFIG.host = "other";',
    "declare const name: 'list';\ndeclare function connect(list: unknown): void;\nconnect(CONFIG[name]);",
  ])("but not %s", (source) => {
    expect(refusal(using(source))).toMatch(/^MXC1011 /);
  });

  it.each([
    "declare function f(...of: unknown[]): void;\nfor (const item of CONFIG.list) f(item);\nf(...CONFIG.list, { ...CONFIG.list });",
    "declare function f(of: unknown): void;\nexport const items = CONFIG.list.map((item) => f(item));",
    "export const copy = [...CONFIG.list];\ncopy.push('b');\nexport const part = CONFIG.list.slice(1);\npart.pop();",
    "declare const n: number;\ndeclare function f(of: unknown): void;\nf(CONFIG.list[n]);\nexport const [, ...rest] = CONFIG.list;\nrest.push('b');",
    "for (const item of Object.values(CONFIG.list)) setTimeout(item);",
  ])("one by one or in a copy: %s", (source) => {
    expect(fold(using(source))).toEqual({ key: "k", host: "h", list: ["a"] });
  });

  it.each([
    "CONFIG.list[0 as number] = 'b';",
    "declare function f(...of: unknown[]): void;\nf(...Object.values(CONFIG));",
    "export const copy = { ...CONFIG };\ncopy.list.push('b');",
    "[...CONFIG.list] = ['b'];",
    "export const { list: other } = CONFIG;\nother.push('b');",
  ])("but what holds others may not: %s", (source) => {
    expect(refusal(using(source))).toMatch(/^MXC1011 /);
  });

  it("of statics and default exports too", () => {
    const use = "declare function connect(host: string): void;";
    const own = `class C { static config = { key: "k", host: "h" }; }\n${use}\nconnect(C.config.host);`;
    expect(fold({ "src/v.ts": `${own}\nexport const V = C.config;` })).toEqual({ key: "k", host: "h" });
    const source = `import config from "./config.json";\n${use}\nconnect(config.host);\nexport const V = config;`;
    expect(fold({ "src/v.ts": source, "src/config.json": '{ "host": "h" }' })).toEqual({ host: "h" });
  });
});

describe("a change counts wherever it is written", () => {
  it("in another file that nothing imports", () => {
    const files = {
      "src/keys.ts": KEYS,
      "src/v.ts": 'import { KEYS } from "./keys.js";\nexport const V = KEYS;',
      "src/late.ts": 'import { KEYS as k } from "./barrel.js";\nk.push("b");',
      "src/barrel.ts": 'export * from "./keys.js";',
    };
    expect(refusal(files, ["src/probe.ts", "src/late.ts"])).toMatch(/^MXC1011 src\/late\.ts:2:1 `k` has `push` called/);
  });

  it("through a namespace import", () => {
    expect(
      refusal({
        "src/keys.ts": KEYS,
        "src/v.ts": 'import * as all from "./keys.js";\nall.KEYS.push("b");\nexport const V = all.KEYS;',
      }),
    ).toMatch(/^MXC1011 src\/v\.ts:2:1 /);
  });

  it("in a module read only after the constant was trusted, whatever the order", () => {
    const feature = (name: string, from: string, key: string) => `import { BaseFeature } from "metaxy-compile/dsl";
import { ${key} } from "${from}";
export class ${name} extends BaseFeature {
  static readonly spec = { key: ${key}, idColumns: ["id"] };
  id!: string;
}`;
    const files = {
      "lib/keys.ts": KEYS,
      "lib/other.ts": 'import { KEYS } from "./keys.js";\nKEYS.push("b");\nexport const OTHER = ["o"];',
      "src/a.ts": feature("A", "../lib/keys.js", "KEYS"),
      "src/b.ts": feature("B", "../lib/other.js", "OTHER"),
    };
    expect(refusal(files, ["src/a.ts", "src/b.ts"], ["B"])).toMatch(/^MXC1011 lib\/other\.ts:2:1 /);
    expect(refusal(files, ["src/b.ts", "src/a.ts"], ["B"])).toMatch(/^MXC1011 lib\/other\.ts:2:1 /);
  });

  it("on a static of a class", () => {
    const source = "class C { static keys = ['a']; }\nC.keys.push('b');\nexport const V = C.keys;";
    expect(refusal({ "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:2:1 `C\.keys` has `push` called/);
  });

  it.each([
    ["in its own static block", "export default class { static keys = ['a']; static { this.keys.push('b'); } }", ""],
    ["of an expression", "export default (class { static keys = ['a']; static { this.keys.push('b'); } });", ""],
    ["from another file", "export default class { static keys = ['a']; }", "C.keys.push('b');"],
    ["that a constant shares", "const K = ['a'];\nexport default class { static keys = K; }", "C.keys.push('b');"],
  ])("on a static of a class that is exported without a name, %s", (_, library, source) => {
    const user = `import C from "./c.js";\n${source}\nexport const V = C.keys;`;
    expect(refusal({ "src/c.ts": library, "src/v.ts": user })).toMatch(/^MXC1011 /);
  });

  it("on a static, through a subclass", () => {
    const source =
      "class B { static keys = ['a']; }\nclass C extends B {}\nC.keys.push('b');\nexport const V = B.keys;";
    expect(refusal({ "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:3:1 /);
  });

  it.each([
    ["in its static block", 'namespace N { export class C { static k = K; static { this.k.push("z"); } } }'],
    ["from outside", 'namespace N { export class C { static k = K; } }\nN.C.k.push("z");'],
    ["that is a namespace too", 'class C { static k = K; }\nnamespace C { export const x = 1; }\nC.k.push("z");'],
  ])("on a constant that a static of a namespaced class shares, %s", (_, source) => {
    expect(refusal({ "src/v.ts": `const K = ["a"];\n${source}\nexport const V = K;` })).toMatch(/^MXC1011 /);
  });

  it.each([
    'C["P"] = "z";',
    'declare const k: "P";\nC[k] = "z";',
    'Object.assign(C, { P: "z" });',
    'Object.defineProperty(D, "P", { value: "z" });',
    'Reflect.set(C, "P", "z");',
  ])("on a static or a class as a whole: %s", (source) => {
    const classes = 'class C { static P = "p"; }\nclass D extends C {}';
    const uses = /\bD\b/.test(source) ? "D.P" : "C.P";
    expect(refusal({ "src/v.ts": `${classes}\n${source}\nexport const V = ${uses};` })).toMatch(/^MXC1011 /);
  });

  it("on a class that is handed on, only where it is written", () => {
    const source = 'class C { static P = ["p"]; }\ndeclare function register(x: unknown): void;\nregister(C);';
    expect(fold({ "src/v.ts": `${source}\nexport const V = C.P;` })).toEqual(["p"]);
  });

  it.each(['(E as any).A = "z";', 'Object.assign(E, { A: "z" });', "delete (E as any).A;"])(
    "on an enum: %s",
    (source) => {
      expect(refusal({ "src/v.ts": `enum E { A = "a" }\n${source}\nexport const V = E.A;` })).toMatch(/^MXC1011 /);
    },
  );

  it("on what `as const` makes readonly, when that is cast away", () => {
    const source = 'const K = ["a"] as const;\n(K as unknown as string[])[0] = "z";\nexport const V = K;';
    expect(refusal({ "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:2:/);
  });

  it("on a constant that a static shares", () => {
    const source = "const K = ['a'];\nclass C { static keys = K; }\nC.keys.push('b');\nexport const V = K;";
    expect(refusal({ "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:3:1 /);
  });

  it("on a default export", () => {
    const files = { "src/keys.ts": 'export default ["a"];' };
    const source = 'import keys from "./keys.js";\nkeys.push("b");\nexport const V = keys;';
    expect(refusal({ ...files, "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:2:1 /);
  });
});

describe("what the library makes is frozen", () => {
  const dsl = 'import { FeatureKey } from "metaxy-compile/dsl";\nexport const K = new FeatureKey(["a"]);\n';

  it("so it may be passed around", () => {
    expect(fold({ "src/v.ts": `${dsl}declare function f(x: unknown): void;\nf(K);\nexport const V = K;` })).toEqual({
      FeatureKey: [["a"]],
    });
  });

  it("but not written to", () => {
    expect(refusal({ "src/v.ts": `${dsl}(K as any).parts = [];\nexport const V = K;` })).toMatch(
      /^MXC1011 src\/v\.ts:3:1 /,
    );
  });
});
