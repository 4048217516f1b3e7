// The two base classes of features. They carry nothing at run time but the statics that a feature overrides.

import type { FeatureSpecOptions } from "./feature-spec.ts";
import type { TableArg } from "./table-args.ts";

/** `static featureConfig`: settings of one class for Metaxy's extensions. */
export interface FeatureConfig {
  readonly ext?: {
    readonly sqlmodel?: {
      /** Add the composite primary key to this table. */
      readonly injectPrimaryKey?: boolean | undefined;
      /** Add the composite index to this table. */
      readonly injectIndex?: boolean | undefined;
    };
  };
}

/**
 * A feature without a table of its own in this code base. Without `spec` it is a base class that contributes its
 * columns to the features that extend it.
 *
 * @example
 * export class Thumbnail extends BaseFeature {
 *   static override readonly spec = new FeatureSpec({ key: "thumbnail", idColumns: ["video_id"], deps: [Video] });
 *
 *   video_id!: string;
 * }
 */
// biome-ignore lint/complexity/noStaticOnlyClass: features extend it and declare their columns
export class BaseFeature {
  /** What the feature is. A `FeatureSpec` or its options. */
  static readonly spec: FeatureSpecOptions | undefined = undefined;
  /** The project that owns the feature. Without it the nearest `package.json` says. */
  static readonly project: string | undefined = undefined;
  /** Settings of this class alone. */
  static readonly featureConfig: FeatureConfig | undefined = undefined;
}

/**
 * A feature with a table: every property is a column.
 *
 * @example
 * /** One row per uploaded video. *\/
 * export class Video extends BaseSQLModelFeature {
 *   static override readonly table = true;
 *   static override readonly spec = new FeatureSpec({ key: "video", idColumns: ["video_id"] });
 *   static override readonly tableArgs = [new Index(null, "path")];
 *
 *   video_id: string = Field({ primaryKey: true });
 *   path!: string;
 * }
 */
export class BaseSQLModelFeature extends BaseFeature {
  /** True for a feature with a table, false for a base class of such features. */
  static readonly table: boolean = false;
  /** The table's name before the store's prefix. Without it the key gives the name. */
  static readonly tableName: string | undefined = undefined;
  /** Indexes, constraints and options of the table. */
  static readonly tableArgs: readonly TableArg[] = Object.freeze([]);
}
