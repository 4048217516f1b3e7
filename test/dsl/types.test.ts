// What the library's types accept and refuse. `tsc` is the judge of most of this file: a wrong `@ts-expect-error` is a
// compile error. Running it shows that what type-checks also constructs.

import {
  BaseFeature,
  BaseSQLModelFeature,
  type Bytes,
  CheckConstraint,
  type DateOnly,
  type Decimal,
  FeatureDep,
  FeatureKey,
  FeatureSpec,
  Field,
  FieldDep,
  FieldSpec,
  FieldsMapping,
  type Float64,
  ForeignKeyConstraint,
  float,
  Index,
  type Int64,
  type Json,
  LineageRelationship,
  PrimaryKeyConstraint,
  SpecialFieldDep,
  UniqueConstraint,
  type Varchar,
  type Vector,
} from "metaxy-compile/dsl";
import { describe, expect, expectTypeOf, it } from "vitest";

/** One row per uploaded video. */
class VideoFeature extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({
    key: new FeatureKey(["video"]),
    idColumns: ["video_id"],
    fields: ["frames", "duration"],
  });

  video_id!: string;
  path!: string;
  duration!: number;
}

class EveryForm extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly tableName = "every_form";
  static override readonly project = "tests";
  static override readonly featureConfig = { ext: { sqlmodel: { injectPrimaryKey: true } } };
  static override readonly spec = {
    key: ["every", "form"],
    idColumns: ["id"],
    deps: [VideoFeature, "b", ["c", "d"], { feature: VideoFeature, lineage: LineageRelationship.identity() }],
    fields: ["x", { key: "y", deps: SpecialFieldDep.ALL }, new FieldSpec({ deps: [{ feature: VideoFeature }] })],
    metadata: { owner: "ml", limits: [1, float(2), { deep: null }] },
  };
  static override readonly tableArgs = [
    new PrimaryKeyConstraint("id"),
    new UniqueConstraint({ columns: ["label"] }),
    new CheckConstraint("score > 0"),
    new Index("ix_label", "label", { column: "score", descending: true }),
    new ForeignKeyConstraint({ columns: ["parent"], references: [[EveryForm, "id"]] }),
    { comment: "all of it", schema: "media", clickhouse: { partitionBy: "id" } },
  ];

  id: string = Field({ primaryKey: true });
  parent: string | null = Field({ foreignKey: [EveryForm, "id"] });
  label: Varchar<8> = Field({ default: "en" });
  score?: number = Field();
  readonly rating: Float64 = float(1);
  price: Decimal<10, 2> = Field({ default: 0 });
  count: Int64 = Field({ default: 1n });
  made: Date = Field({ defaultSql: "now()" });
  status: "new" | "done" = "new";
  tags: string[] = Field({ default: ["a"] });
  settings: Json<{ theme: string }> = Field({ default: { theme: "dark" } });
  embedding!: Vector<768>;
  bytes!: Bytes;
  declare day: DateOnly;
}

describe("a feature class", () => {
  it("type-checks with the specs, options and arguments of the contract", () => {
    expect(new FeatureSpec(VideoFeature.spec).toJSON().fields.map((field) => field.key)).toEqual([
      "frames",
      "duration",
    ]);
    expect(new FeatureSpec(EveryForm.spec).toJSON()).toMatchObject({
      key: "every/form",
      deps: [{ feature: "video" }, { feature: "b" }, { feature: "c/d" }, { feature: "video" }],
    });
    expect(EveryForm.tableArgs).toHaveLength(6);
  });

  it("has rows that plain objects fit", () => {
    const row: VideoFeature = { video_id: "v", path: "/v.mp4", duration: 1 };
    expectTypeOf(row.duration).toEqualTypeOf<number>();
    expectTypeOf<EveryForm["price"]>().toEqualTypeOf<string | number>();
    expectTypeOf<EveryForm["embedding"]>().toEqualTypeOf<readonly number[]>();
  });

  it("can be extended by a mixin and by an abstract base with columns", () => {
    // biome-ignore lint/suspicious/noExplicitAny: TypeScript takes no other type for a mixin's arguments
    type Constructor = abstract new (...args: any[]) => object;
    const withOwner = <T extends Constructor>(Base: T) => {
      abstract class WithOwner extends Base {
        owner!: string;
      }
      return WithOwner;
    };
    abstract class Media extends withOwner(BaseSQLModelFeature) {
      id: string = Field({ primaryKey: true });
    }
    class Audio extends Media {
      static override readonly table = true;
      static override readonly spec = { key: "audio", idColumns: ["id"], deps: [VideoFeature] };
      rate!: number;
    }
    expectTypeOf<Audio>().toExtend<{ id: string; owner: string; rate: number }>();
    expect(new FeatureDep({ feature: Audio }).feature.toString()).toBe("audio");
  });
});

describe("types refuse", () => {
  it("columns' options on the wrong base", () => {
    class Wrong extends BaseFeature {
      // @ts-expect-error only BaseSQLModelFeature has tables
      static override readonly table = true;
    }
    expect(Wrong.table).toBe(true);
  });

  it("a spec without what every spec needs", () => {
    // @ts-expect-error idColumns is missing
    class Wrong extends BaseFeature {
      static override readonly spec = { key: "a" };
    }
    // @ts-expect-error key is missing
    expect(() => new FeatureSpec({ idColumns: ["id"] })).toThrow("is required");
    expect(Wrong.spec.key).toBe("a");
  });

  it("misspelt options", () => {
    // @ts-expect-error id_columns is Python's name
    expect(() => new FeatureSpec({ key: "a", id_columns: ["id"] })).toThrow("idColumns");
    // @ts-expect-error primary_key is Python's name
    expect(() => Field<string>({ primary_key: true })).toThrow("primaryKey");
  });

  it("a dependency on a class without a spec", () => {
    // @ts-expect-error BaseFeature may have no spec
    expect(() => new FeatureDep({ feature: BaseFeature })).toThrow("not a feature class with a spec");
    // @ts-expect-error Date is no feature
    expect(() => new FieldDep({ feature: Date })).toThrow("not a feature class with a spec");
  });

  it("a string where a list is meant", () => {
    // @ts-expect-error a string is not its characters
    expect(() => new FeatureSpec({ key: "a", idColumns: "id" })).toThrow("expected an array");
    // @ts-expect-error nor here
    expect(() => FieldsMapping.specific({ a: "b" })).toThrow("expected an array");
  });

  it("a value that is no literal as a default", () => {
    // @ts-expect-error a date is not a literal
    expect(() => Field<Date>({ default: new Date(0) })).toThrow("expected JSON data");
  });

  it("a length that is not a literal type", () => {
    expectTypeOf<Varchar<number>>().toBeNever();
    expectTypeOf<Vector<number>>().toBeNever();
    expectTypeOf<Decimal<10, number>>().toBeNever();
  });
});

describe("Field()", () => {
  it("has the type of the property it stands in", () => {
    const text: string = Field();
    const list: readonly bigint[] | null = Field({ nullable: true });
    expectTypeOf(Field()).toBeUnknown();
    expect([text, list]).toHaveLength(2);
  });
});
