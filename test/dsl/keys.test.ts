// FeatureKey and FieldKey against Metaxy's rules (models/types.py).

import fc from "fast-check";
import { FeatureKey, type FeatureKeyLike, FieldKey, ValidationError } from "metaxy-compile/dsl";
import { describe, expect, it } from "vitest";

const part = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);

describe.each([
  ["FeatureKey", FeatureKey, (key: FeatureKeyLike) => new FeatureKey(key)],
  ["FieldKey", FieldKey, (key: FeatureKeyLike) => new FieldKey(key as string)],
] as const)("%s", (name, kind, make) => {
  it.each([
    ["a text", "video/raw"],
    ["its parts", ["video", "raw"]],
  ] as const)("is made from %s", (_form, key) => {
    expect(make(key).parts).toEqual(["video", "raw"]);
    expect(String(make(key))).toBe("video/raw");
    expect(JSON.stringify(make(key))).toBe('"video/raw"');
  });

  it("is made from another one", () => {
    const key = make("video/raw");
    expect(new kind(key as never)).toEqual(key);
  });

  it("reads its parts back from its text", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(make(make(parts).toString()).parts).toEqual(parts);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each(["a", "_", "_a", "a-b", "a_b", "a0", "a/0", "a/0-b", "a_", "a/_"])("accepts %j", (key) => {
    expect(make(key).toString()).toBe(key);
  });

  it.each([
    ["", "no part may be empty"],
    ["/a", "no part may be empty"],
    ["a/", "no part may be empty"],
    ["a//b", "no part may be empty"],
    ["a__b", "must not contain '__'"],
    ["a/b__c", "must not contain '__'"],
    ["A", "first part 'A' must match"],
    ["0a", "first part '0a' must match"],
    ["-a", "first part '-a' must match"],
    ["a/-b", "part '-b' must match"],
    ["a/B", "part 'B' must match"],
    ["a.b", "must match"],
    ["a b", "must match"],
    ["é", "must match"],
    ["a\n", "must match"],
  ])("refuses %j", (key, reason) => {
    expect(() => make(key)).toThrow(ValidationError);
    expect(() => make(key)).toThrow(reason);
  });

  it("refuses a part with a slash", () => {
    expect(() => make(["a/b"])).toThrow("part 'a/b' must not contain '/'");
  });

  it("refuses a key without parts, which Python lets through", () => {
    expect(() => make([])).toThrow("needs at least one part");
  });

  it("complains about the first bad part", () => {
    expect(() => make(["a", "", "B"])).toThrow("no part may be empty");
  });

  it.each([[1], [null], [undefined], [{}], [["a", 1]]])("refuses %j", (key) => {
    expect(() => make(key as never)).toThrow(`${name}`);
    expect(() => make(key as never)).toThrow(/expected/);
  });

  it("cannot be changed", () => {
    const key = make("a/b");
    expect(Object.isFrozen(key) && Object.isFrozen(key.parts)).toBe(true);
  });
});

it("takes no key of the other kind", () => {
  // @ts-expect-error a field's key does not name a feature
  expect(() => new FeatureKey(new FieldKey("a"))).toThrow(ValidationError);
  // @ts-expect-error a feature's key does not name a field
  expect(() => new FieldKey(new FeatureKey("a"))).toThrow(ValidationError);
});
