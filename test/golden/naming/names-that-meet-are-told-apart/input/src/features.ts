import {
  BaseSQLModelFeature,
  CheckConstraint,
  FeatureSpec,
  Field,
  ForeignKeyConstraint,
  Index,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from "metaxy-compile/dsl";

export class Clip extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "clip", idColumns: ["id"] });
  static override readonly tableArgs = [
    new PrimaryKeyConstraint("id", "part"),
    new Index(null, "id", "title"),
    new Index(null, "id", "part"),
    new Index({ columns: ["id", "part"], unique: true }),
    new UniqueConstraint("id", "title"),
    new UniqueConstraint("id", "size"),
    new CheckConstraint("size > 0"),
    new CheckConstraint("size < 100"),
    new CheckConstraint("size <> length(title) AND title <> 'part'"),
    new CheckConstraint("1 = 1"),
    new CheckConstraint({ name: "mode", expression: "mode <> 'x'" }),
    new ForeignKeyConstraint({ columns: ["next", "part"], references: ["clip.id", "clip.part"] }),
    new ForeignKeyConstraint({ columns: ["next", "other"], references: ["clip.id", "clip.part"] }),
  ];

  id: string = Field({ index: true, unique: true });
  part!: string;
  title!: string;
  size!: number;
  mode!: "slow" | "fast";
  modes!: ("slow" | "fast")[];
  next?: string;
  other?: string;
}
