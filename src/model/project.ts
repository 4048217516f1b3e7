// What the compiler is told: settings that came from the command line, the environment and the configuration file.

import type { DialectName } from "./dialect-name.ts";
import type { Span } from "./span.ts";

/** Which tables the output agrees with: our own, or those SQLAlchemy makes from Python Metaxy. */
export type Compat = "native" | "sqlmodel";

/** Which columns an injected key has. */
export type KeyLayout = "data_version" | "feature_version";

/**
 * SQLAlchemy-style templates, e.g. `pk_%(table_name)s`. A missing kind leaves those constraints unnamed (indexes get
 * SQLAlchemy's name). Here defaults are filled in: what is configured stands over our own convention kind by kind, and with
 * `compat = "sqlmodel"` instead of SQLAlchemy's, as passing one to `MetaData` does.
 */
export interface NamingConvention {
  readonly pk?: string;
  readonly ix?: string;
  readonly uq?: string;
  readonly ck?: string;
  readonly fk?: string;
}

/** Injection asked for outside the class: by the command line (which wins over the class) or the configuration. */
export interface InjectionDefaults {
  /** `--inject-primary-key`; null when not given. */
  readonly forced: boolean | null;
  /** `ext.sqlmodel`, else `ext.sqlalchemy`, else false. */
  readonly configured: boolean;
}

/** A store (or a bare dialect) to write SQL for. */
export interface Target {
  /** The store's name, or the dialect's with `--dialect`; names the output folder. */
  readonly name: string;
  readonly dialect: DialectName;
  /** False with `--dialect`: then Metaxy need not be able to use the tables. */
  readonly isStore: boolean;
  readonly tablePrefix: string;
  /** With passwords replaced by `***` and environment variables kept as `${VAR}`; null when the store has none. */
  readonly displayUrl: string | null;
  /** `enable_map_datatype`, which changes what Metaxy's stores write. */
  readonly mapDatatype: boolean;
  readonly mapDatatypeSpan: Span | null;
  /** `[ext.compile.<dialect>]`, e.g. ClickHouse's cluster. */
  readonly dialectOptions: Readonly<Record<string, unknown>>;
  /** True when reading falls back to other stores, which pre-created tables would switch off. */
  readonly hasFallbackStores: boolean;
  /** Where the prefix is written, for diagnostics about names. */
  readonly prefixSpan: Span | null;
}

/** Style of the SQL files; null leaves the printer's own layout. */
export interface SqlStyle {
  readonly keywordCase: "upper" | "lower" | "preserve" | null;
  readonly indentWidth: number | null;
}

/** Which outputs to make. */
export type EmitKind = "sql" | "json" | "lock" | "push";

/** A name that the configuration gives, and where. */
export interface Asked {
  readonly value: string;
  /** Null when it comes from the environment. */
  readonly span: Span | null;
}

/** `extra_features`: features of other projects that a lock file holds although nothing here depends on them. */
export interface ExtraFeatures {
  readonly all: boolean;
  readonly projects: readonly Asked[];
  readonly keys: readonly Asked[];
}

/** Everything `compile()` needs to know besides the sources. */
export interface CompileOptions {
  /** Stores without SQL tables, of which only metadata is written. */
  readonly fileStores: readonly string[];
  /** The project to keep: `--project`, else the configuration's; null when neither is set. */
  readonly project: string | null;
  /** The project of features that neither they nor a package name one for: the configuration's; null when it is not set. */
  readonly defaultProject: string | null;
  readonly allProjects: boolean;
  /** False when a configuration file exists and does not enable `ext.sqlmodel`. */
  readonly sqlmodelEnabled: boolean;
  /** The configuration file, for diagnostics that show what to add; null without one. */
  readonly configFile: string | null;
  readonly inferTableNames: boolean;
  readonly injectPrimaryKey: InjectionDefaults;
  /** Where the configuration asks for keys; null where it does not. */
  readonly injectPrimaryKeySpan: Span | null;
  readonly injectIndex: InjectionDefaults;
  readonly compat: Compat;
  readonly keyLayout: KeyLayout;
  readonly columnNaming: "preserve" | "snake_case";
  readonly ifNotExists: boolean;
  readonly namingConvention: NamingConvention;
  readonly hashTruncationLength: number;
  readonly style: SqlStyle;
  readonly emit: readonly EmitKind[];
  readonly targets: readonly Target[];
  /** The lock file that is there to read, relative to the project's root; null when there is none. */
  readonly lockFile: string | null;
  /** Where a lock file is written: `metaxy_lock_path`, else `metaxy.lock`, relative to the project's root. */
  readonly lockPath: string;
  readonly extraFeatures: ExtraFeatures;
}
