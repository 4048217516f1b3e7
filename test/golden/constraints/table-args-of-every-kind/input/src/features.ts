import {
  BaseSQLModelFeature,
  CheckConstraint,
  FeatureSpec,
  ForeignKeyConstraint,
  Index,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from "metaxy-compile/dsl";

export class Scene extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "scene", idColumns: ["video_id", "number"] });
  static override readonly tableArgs = [new PrimaryKeyConstraint("video_id", "number")];

  video_id!: string;
  number!: number;
}

export class Shot extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "shot", idColumns: ["shot_id"] });
  static override readonly tableArgs = [
    new PrimaryKeyConstraint({ name: "shot_key", columns: ["shot_id"] }),
    new ForeignKeyConstraint({
      columns: ["video_id", "scene"],
      references: [[Scene, "video_id"], [Scene, "number"]],
      onDelete: "CASCADE",
      onUpdate: "NO ACTION",
    }),
    new UniqueConstraint({ name: "one_start", columns: ["video_id", "start"] }),
    new CheckConstraint({ name: "positive", expression: "start >= 0 AND note <> 'it''s; nothing'" }),
    new Index({ columns: ["video_id", { column: "start", descending: true }], where: "start > 0", include: ["note"] }),
    new Index({ name: "ix_shot_note", columns: [{ expression: "lower(note)" }], unique: true }),
    new Index({ name: "ix_shot_tags", columns: ["tags"], using: "gin" }),
    { comment: "Cut from camera" },
  ];

  shot_id!: string;
  video_id!: string;
  scene!: number;
  start!: number;
  note!: string;
  tags!: string[];
}
