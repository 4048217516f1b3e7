// The JSON Schemas under grammar/ follow from the code, and what they speak of has the shape they state.

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { diagnosticsSchema } from "../scripts/diagnostics-schema.ts";
import { configSchema } from "../src/config/schema.ts";
import { readGoldenCases } from "./golden-cases.ts";
import { runInMemory } from "./memory-world.ts";

const cases = readGoldenCases();

function committed(name: string): Parameters<typeof z.fromJSONSchema>[0] {
  return JSON.parse(readFileSync(new URL(`../grammar/${name}`, import.meta.url), "utf8"));
}

describe("grammar/config.schema.json", () => {
  const schema = z.fromJSONSchema(committed("config.schema.json"));
  const files = cases.flatMap(({ name, input, expected }) => {
    const text = input.get("metaxy.toml");
    return text === undefined
      ? []
      : [[name, text, /MXC01(?:1[0-4]|01|30)/.test(expected.get("diagnostics.txt") ?? "")] as const];
  });

  it("follows from the code: run npm run generate", () => {
    expect(committed("config.schema.json")).toEqual(z.toJSONSchema(configSchema, { io: "input" }));
  });

  it.each(files.filter(([, , isBroken]) => !isBroken))("takes the configuration of %s", (_, text) => {
    expect(schema.safeParse(parse(text)).error).toBeUndefined();
  });

  it.each(["projct = 1", "project = 1", "[ext.compile]\nsources = 1", "[ext.compile]\nkey_layuot = 'data_version'"])(
    "refuses %j",
    (text) => {
      expect(schema.safeParse(parse(text)).success).toBe(false);
    },
  );
});

describe("grammar/diagnostics.schema.json", () => {
  const schema = z.fromJSONSchema(committed("diagnostics.schema.json"));

  it("follows from the code: run npm run generate", () => {
    expect(committed("diagnostics.schema.json")).toEqual(z.toJSONSchema(diagnosticsSchema));
  });

  it("describes what is printed of every case", async () => {
    for (const { name, input, runs, env } of cases) {
      for (const { argv } of runs) {
        if (argv.some((argument) => /^--(?:format|stdout|check|dry-run)/.test(argument))) continue;
        const { stdout } = await runInMemory([...argv, "--format", "json"], input, { env });
        expect([name, schema.safeParse(JSON.parse(stdout)).error]).toEqual([name, undefined]);
      }
    }
  });
});
