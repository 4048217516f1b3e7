import { BaseSQLModelFeature } from "metaxy-compile/dsl";

/** `DELETE FROM order` does not parse. */
export class Order extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "order", idColumns: ["id"] };

  id!: string;
}

/** One word is a keyword on PostgreSQL alone. */
export class User extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: ["user"], idColumns: ["id"] };

  id!: string;
}

/** Keywords between other parts are none. */
export class Fine extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "shop/order", idColumns: ["id"] };

  id!: string;
}

export class Named extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly tableName = "clips";
  static override readonly spec = { key: "named", idColumns: ["id"] };

  id!: string;
}

export class Inferred extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly tableName = "infer_red__name";
  static override readonly spec = { key: "infer-red/name", idColumns: ["id"] };

  id!: string;
}

export class Elsewhere extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "elsewhere", idColumns: ["id"] };
  static override readonly tableArgs = [{ schema: "analytics" }];

  id!: string;
}

export class Here extends BaseSQLModelFeature {
  static override readonly table = true;
  static override readonly spec = { key: "here", idColumns: ["id"] };
  static override readonly tableArgs = [{ schema: "public" }];

  id!: string;
}
