// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text
import { builtinModules } from "node:module";
import { describe, expect, it } from "vitest";
import { fold, refusal } from "./folding.ts";
import { linkFiles } from "./project.ts";

const KEY = 'export const KEY = "found";';

/** What `KEY` imported from a specifier folds to, with these files around `src/v.ts`. */
function imported(specifier: string, files: Readonly<Record<string, string>>): unknown {
  return fold({ ...files, "src/v.ts": `import { KEY } from "${specifier}";\nexport const V = KEY;` });
}

describe("a relative specifier", () => {
  it.each([
    ["./keys.ts", "src/keys.ts"],
    ["./keys.js", "src/keys.ts"],
    ["./keys.js", "src/keys.tsx"],
    ["./keys.js", "src/keys.js"],
    ["./keys.jsx", "src/keys.tsx"],
    ["./keys.mjs", "src/keys.mts"],
    ["./keys.cjs", "src/keys.cts"],
    ["./keys", "src/keys.ts"],
    ["./keys", "src/keys/index.ts"],
    ["./keys/index.js", "src/keys/index.ts"],
    ["../lib/keys.js", "lib/keys.ts"],
    ["../../outside/keys.js", "../outside/keys.ts"],
    ["./keys.generated.js", "src/keys.generated.ts"],
    ["./keys.generated", "src/keys.generated.ts"],
  ])("%s means %s", (specifier, path) => {
    expect(imported(specifier, { [path]: KEY })).toBe("found");
  });

  it("prefers TypeScript to the JavaScript beside it", () => {
    expect(imported("./keys.js", { "src/keys.ts": KEY, "src/keys.js": 'export const KEY = "built";' })).toBe("found");
  });

  it("that leads nowhere is reported at the import", () => {
    const files = { "src/v.ts": 'import { KEY } from "./nowhere.js";\nexport const V = KEY;' };
    expect(refusal(files)).toMatch(/^MXC1005 src\/v\.ts:1:10 cannot find the module '\.\/nowhere\.js'/);
  });

  it("is left alone when nothing needs it", () => {
    const { report, features } = linkFiles({
      "src/a.ts": `import { BaseFeature } from "metaxy-compile/dsl";
import { nothing } from "./nowhere.js";
export class A extends BaseFeature {
  static readonly spec = { key: "a", idColumns: ["id"] };
  id!: string;
  run() { return nothing; }
}`,
    });
    expect(report).toEqual([]);
    expect(features).toHaveLength(1);
  });
});

describe("tsconfig.json", () => {
  it.each([
    ["a star", '{ "paths": { "@/*": ["./src/lib/*"] } }', "@/keys", "src/lib/keys.ts"],
    ["an exact alias", '{ "paths": { "keys": ["./src/lib/keys.ts"] } }', "keys", "src/lib/keys.ts"],
    [
      "the longest prefix",
      '{ "paths": { "@/*": ["./no/*"], "@/lib/*": ["./src/lib/*"] } }',
      "@/lib/keys.js",
      "src/lib/keys.ts",
    ],
    ["the second target", '{ "paths": { "@/*": ["./no/*", "./src/lib/*"] } }', "@/keys", "src/lib/keys.ts"],
    ["baseUrl", '{ "baseUrl": "src" }', "lib/keys", "src/lib/keys.ts"],
    ["paths relative to baseUrl", '{ "baseUrl": "src", "paths": { "@/*": ["lib/*"] } }', "@/keys", "src/lib/keys.ts"],
    [
      "comments and trailing commas",
      '{ // why\n "paths": { "@/*": ["./src/lib/*",], }, }',
      "@/keys",
      "src/lib/keys.ts",
    ],
  ])("%s is followed", (_, options, specifier, path) => {
    expect(imported(specifier, { "tsconfig.json": `{ "compilerOptions": ${options} }`, [path]: KEY })).toBe("found");
  });

  it("above the project is found", () => {
    const config = '{ "compilerOptions": { "paths": { "@/*": ["./shared/*"] } } }';
    expect(imported("@/keys", { "../tsconfig.json": config, "../shared/keys.ts": KEY })).toBe("found");
  });

  it("nearest to the file wins", () => {
    const config = (target: string) => `{ "compilerOptions": { "paths": { "@/*": ["${target}"] } } }`;
    const files = { "tsconfig.json": config("./no/*"), "src/tsconfig.json": config("./lib/*"), "src/lib/keys.ts": KEY };
    expect(imported("@/keys", files)).toBe("found");
  });

  it.each([
    ["a relative base", '"./base"', "base.json", "./src/lib/*"],
    ["several bases, the last first", '["./none.json", "./base.json"]', "base.json", "./src/lib/*"],
    ["a package", '"@acme/tsconfig/base.json"', "node_modules/@acme/tsconfig/base.json", "../../../src/lib/*"],
    ["a package's own tsconfig.json", '"acme"', "node_modules/acme/tsconfig.json", "../../src/lib/*"],
    ["${configDir}", '"./config/base.json"', "config/base.json", "${configDir}/src/lib/*"],
  ])("extends %s", (_, value, base, target) => {
    const files = {
      "tsconfig.json": `{ "extends": ${value} }`,
      [base]: `{ "compilerOptions": { "paths": { "@/*": ["${target}"] } } }`,
      "none.json": '{ "compilerOptions": { "paths": { "@/*": ["./no/*"] } } }',
      "src/lib/keys.ts": KEY,
    };
    expect(imported("@/keys", files)).toBe("found");
  });

  it("that extends itself is read once", () => {
    const config = '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "@/*": ["./src/lib/*"] } } }';
    expect(imported("@/keys", { "tsconfig.json": config, "src/lib/keys.ts": KEY })).toBe("found");
  });

  it("of a solution sends to the project that has the paths", () => {
    const files = {
      "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
      "tsconfig.app.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/lib/*"] } } }',
      "src/lib/keys.ts": KEY,
    };
    expect(imported("@/keys", files)).toBe("found");
  });

  it("that is broken is no reason to fail", () => {
    expect(imported("./keys", { "tsconfig.json": '{ "compilerOptions": [', "src/keys.ts": KEY })).toBe("found");
  });
});

describe("a package", () => {
  it.each([
    ["exports as a string", '{ "exports": "./keys.ts" }', "pkg", "keys.ts"],
    ["exports with conditions", '{ "exports": { "require": "./no.cjs", "import": "./keys.js" } }', "pkg", "keys.ts"],
    [
      "types before import",
      '{ "exports": { ".": { "types": "./keys.ts", "import": "./dist.js" } } }',
      "pkg",
      "keys.ts",
    ],
    ["nested conditions", '{ "exports": { ".": { "import": { "default": "./keys.ts" } } } }', "pkg", "keys.ts"],
    ["an array of targets", '{ "exports": { ".": ["./no.js", "./keys.js"] } }', "pkg", "keys.ts"],
    ["a subpath", '{ "exports": { "./a": "./keys.ts" } }', "pkg/a", "keys.ts"],
    ["a subpath pattern", '{ "exports": { "./*": "./src/*.ts" } }', "pkg/keys", "src/keys.ts"],
    ["a pattern with an extension", '{ "exports": { "./*.js": "./src/*.ts" } }', "pkg/keys.js", "src/keys.ts"],
    ["types", '{ "types": "./keys.d.ts", "main": "./no.js" }', "pkg", "keys.d.ts"],
    ["main", '{ "main": "./keys.js" }', "pkg", "keys.js"],
    ["nothing but an index", "{}", "pkg", "index.ts"],
    ["a file without exports", "{}", "pkg/lib/keys", "lib/keys.ts"],
  ])("with %s is found", (_, json, specifier, path) => {
    const declared = path.endsWith(".d.ts") ? 'export declare const KEY: "found";' : KEY;
    const files = { "node_modules/pkg/package.json": json, [`node_modules/pkg/${path}`]: declared };
    expect(imported(specifier, files)).toBe("found");
  });

  it("with a scope is found in a folder above", () => {
    const files = { "../node_modules/@acme/keys/package.json": "{}", "../node_modules/@acme/keys/index.ts": KEY };
    expect(imported("@acme/keys", files)).toBe("found");
  });

  it("hides what its exports leave out", () => {
    const files = {
      "node_modules/pkg/package.json": '{ "exports": { ".": "./index.ts", "./secret": null } }',
      "node_modules/pkg/secret.ts": KEY,
    };
    const source = 'import { KEY } from "pkg/secret";\nexport const V = KEY;';
    expect(refusal({ ...files, "src/v.ts": source })).toMatch(/^MXC1005 /);
  });

  it("may refer to itself by name", () => {
    const files = { "package.json": '{ "name": "me", "exports": { "./keys": "./lib/keys.ts" } }', "lib/keys.ts": KEY };
    expect(imported("me/keys", files)).toBe("found");
  });

  it("has imports of its own", () => {
    const files = { "package.json": '{ "imports": { "#lib/*": "./lib/*.ts" } }', "lib/keys.ts": KEY };
    expect(imported("#lib/keys", files)).toBe("found");
  });

  it("is read under the conditions of the importing project", () => {
    const files = {
      "tsconfig.json": '{ "compilerOptions": { "customConditions": ["acme-source"] } }',
      "node_modules/pkg/package.json": '{ "exports": { "acme-source": "./src/keys.ts", "default": "./dist/keys.js" } }',
      "node_modules/pkg/src/keys.ts": KEY,
      "node_modules/pkg/dist/keys.js": 'export const KEY = "built";',
    };
    expect(imported("pkg", files)).toBe("found");
  });

  it.each([
    ["outDir and rootDir", { "tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }' }],
    ["declarationDir", { "tsconfig.json": '{ "compilerOptions": { "declarationDir": "dist", "rootDir": "src" } }' }],
    [
      "the folder of include",
      { "tsconfig.json": '{ "compilerOptions": { "outDir": "dist" }, "include": ["src/**/*"] }' },
    ],
    [
      "an inherited outDir",
      {
        "tsconfig.json": '{ "extends": "../tsconfig.base.json", "include": ["src"] }',
        "../tsconfig.base.json": '{ "compilerOptions": { "outDir": "${configDir}/dist" } }',
      },
    ],
    [
      "a project it refers to",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.lib.json" }] }',
        "tsconfig.lib.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      },
    ],
    [
      "the project that builds it",
      {
        "tsconfig.json": '{ "compilerOptions": { "noEmit": true } }',
        "tsconfig.build.json":
          '{ "extends": "./tsconfig.json", "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      },
    ],
  ])("of the repository is read from its sources, by %s", (_, configs) => {
    const own = {
      "package.json": '{ "exports": { ".": { "types": "./dist/keys.d.ts", "default": "./dist/keys.js" } } }',
      "src/keys.ts": KEY,
      ...configs,
    };
    const files = Object.fromEntries(
      Object.entries(own).map(([path, text]) => [path.startsWith("../") ? path.slice(3) : `keys/${path}`, text]),
    );
    const built = { "keys/dist/keys.d.ts": "export declare const KEY: string;", "keys/dist/keys.js": KEY };
    const source = `import { BaseFeature } from "metaxy-compile/dsl";
import { KEY } from "@acme/keys";
export class Up extends BaseFeature {
  static readonly spec = { key: KEY, idColumns: ["id"] };
  id!: string;
}`;
    for (const around of [files, { ...files, ...built }]) {
      const all = { ...around, "app/up.ts": source };
      const { features, report } = linkFiles(all, ["app/up.ts"], { "node_modules/@acme/keys": "keys" });
      expect(report).toEqual([]);
      expect(features.map(({ spec }) => spec.key.parts.map(({ value }) => value))).toEqual([["found"]]);
    }
  });

  it("that is installed is read as it came", () => {
    const files = {
      "node_modules/pkg/package.json": '{ "exports": "./dist/keys.js" }',
      "node_modules/pkg/tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      "node_modules/pkg/src/keys.ts": 'export const KEY = "not shipped";',
      "node_modules/pkg/dist/keys.js": KEY,
    };
    expect(imported("pkg", files)).toBe("found");
  });

  it("that is a workspace goes by its path in the repository", () => {
    const feature = `import { BaseFeature } from "metaxy-compile/dsl";
export class Up extends BaseFeature {
  static readonly spec = { key: "up", idColumns: ["id"] };
  id!: string;
}`;
    const down = `import { BaseFeature } from "metaxy-compile/dsl";
import { Up } from "@acme/up";
export class Down extends BaseFeature {
  static readonly spec = { key: "down", idColumns: ["id"], deps: [Up] };
  id!: string;
}`;
    const files = {
      "packages/up/package.json": '{ "exports": "./src/up.ts" }',
      "packages/up/src/up.ts": feature,
      "src/down.ts": down,
    };
    const { features, report } = linkFiles(files, ["src/down.ts", "packages/up/src/up.ts"], {
      "node_modules/@acme/up": "packages/up",
    });
    expect(report).toEqual([]);
    expect(features.map(({ id }) => `${id.module}#${id.name}`)).toEqual([
      "packages/up/src/up.ts#Up",
      "src/down.ts#Down",
    ]);
  });
});

describe("a JSON module", () => {
  const files = { "src/keys.json": '{ "KEY": "found", "list": ["a", -1, null, true] }' };

  it("has its value as the default export", () => {
    const source = 'import keys from "./keys.json" with { type: "json" };\nexport const V = keys.list;';
    expect(fold({ ...files, "src/v.ts": source })).toEqual(["a", -1, null, true]);
  });

  it("has its properties as named exports", () => {
    expect(imported("./keys.json", files)).toBe("found");
  });

  it("has its properties in its namespace", () => {
    expect(fold({ ...files, "src/v.ts": 'import * as k from "./keys.json";\nexport const V = k.KEY;' })).toBe("found");
  });

  it("is refused when something changes it", () => {
    const source = 'import keys from "./keys.json";\nkeys.list.push(1);\nexport const V = keys.list;';
    expect(refusal({ ...files, "src/v.ts": source })).toMatch(/^MXC1011 src\/v\.ts:2:1 /);
  });
});

it("a module of Node.js has no static values", () => {
  for (const specifier of ["node:path", "path", "fs/promises"]) {
    const source = `import { sep } from "${specifier}";\nexport const V = sep;`;
    const installed = {
      "node_modules/path/package.json": '{ "main": "./index.ts" }',
      "node_modules/path/index.ts": "",
    };
    const found = refusal({ ...installed, "src/v.ts": source });
    expect(found).toContain(`MXC1019 src/v.ts:1:10 \`sep\` is declared in '${specifier}'`);
  }
});

it("every module of Node.js is one, unless the project has its own for it", () => {
  for (const name of builtinModules.filter((each) => !/^(?:_|node:)/.test(each))) {
    expect(refusal({ "src/v.ts": `import V0 from "${name}";\nexport const V = V0;` })).toMatch(/^MXC1019 /);
  }
  const aliased = { "tsconfig.json": '{ "compilerOptions": { "paths": { "path": ["./src/path.ts"] } } }' };
  const files = {
    ...aliased,
    "src/path.ts": "export default 1;",
    "src/v.ts": 'import P from "path";\nexport const V = P;',
  };
  expect(fold(files)).toBe(1);
});

it.each(["node:buffer", "buffer"])("a Buffer from %s is the one that is always there", (specifier) => {
  const source = `import { BaseFeature, FeatureSpec } from "metaxy-compile/dsl";
import { Buffer } from "${specifier}";
import * as module from "${specifier}";
export class Video extends BaseFeature {
  static readonly spec = new FeatureSpec({ key: "video", idColumns: ["id"] });
  id!: string;
  a!: Buffer;
  b!: module.Buffer | null;
}
`;
  const { report, features } = linkFiles({ "src/v.ts": source }, ["src/v.ts"]);
  expect(report).toEqual([]);
  expect(features[0]?.columns.map(({ type }) => type.kind)).toEqual(["string", "binary", "binary"]);
});
