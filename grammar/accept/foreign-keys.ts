// Illustrates: FieldOption, ForeignKey, ClassName, NewForeignKey, ForeignKeyOptions, ForeignKeyOption
import { BaseSQLModelFeature, Field, ForeignKeyConstraint } from "metaxy-compile/dsl";

export class Owner extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "owner", idColumns: ["id"] };

  id: string = Field({ primaryKey: true });
}

export class Owned extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "owned", idColumns: ["id"] };
  static override readonly tableArgs = [new ForeignKeyConstraint({ name: "fk_third", columns: ["third"], references: [[Owner, "id"]] })];

  id!: string;
  first: string = Field({ foreignKey: [Owner, "id"] });
  second: string = Field({ foreignKey: "owner.id" });
  third!: string;
}
