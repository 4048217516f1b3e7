import { BaseSQLModelFeature, FeatureSpec, Field } from "metaxy-compile/dsl";

export class Person extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "person", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  cover: string | null = Field({ foreignKey: "face.id", onDelete: "SET NULL" });
}

export class Face extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "face", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  person: string = Field({ foreignKey: "person.id", onDelete: "CASCADE" });
  image: string = Field({ foreignKey: "image.id" });
  twin: string | null = Field({ foreignKey: "face.id" });
}

export class Image extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "image", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  album: string = Field({ foreignKey: "album.id" });
}

export class Album extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = new FeatureSpec({ key: "album", idColumns: ["id"] });

  id: string = Field({ primaryKey: true });
  title_face: string | null = Field({ foreignKey: "face.id" });
}
