// Validated data → settings with every default filled in.

import type { Compat, EmitKind, KeyLayout, NamingConvention, SqlStyle } from "../model/project.ts";
import type { CompileData, ConfigData } from "./schema.ts";

/** What the configuration says, apart from stores and places. */
export interface Settings {
  readonly project: string | null;
  /** The name of the default store. */
  readonly store: string;
  readonly hashTruncationLength: number;
  readonly autoCreateTables: boolean;
  readonly enableMapDatatype: boolean;
  readonly sqlmodel: SqlmodelConfig;
  readonly sqlalchemy: InjectionConfig;
  readonly compile: CompileConfig;
}

/** Injection settings; null where the configuration is silent. */
interface InjectionConfig {
  readonly injectPrimaryKey: boolean | null;
  readonly injectIndex: boolean | null;
}

/** `[ext.sqlmodel]`. */
interface SqlmodelConfig extends InjectionConfig {
  /** Without a configuration file true unless the environment says otherwise. */
  readonly enable: boolean;
  readonly inferTableNames: boolean;
}

/** `[ext.compile]`. */
interface CompileConfig {
  /** Relative to the root, as written. */
  readonly sources: readonly string[];
  /** Relative to the root, as written. */
  readonly outDir: string;
  readonly emit: readonly EmitKind[];
  readonly compat: Compat;
  readonly keyLayout: KeyLayout;
  readonly columnNaming: "preserve" | "snake_case";
  readonly ifNotExists: boolean;
  readonly namingConvention: NamingConvention;
  readonly style: SqlStyle;
  /** `[ext.compile.<dialect>]` by dialect, for the dialect to check. */
  readonly dialects: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Our own convention, kind by kind. */
const NATIVE_CONVENTION: NamingConvention = {
  pk: "pk_%(table_name)s",
  ix: "ix_%(column_0_label)s",
  uq: "uq_%(table_name)s_%(column_0_name)s",
  ck: "ck_%(table_name)s_%(constraint_name)s",
  fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
};

/** SQLAlchemy 2.0's `DEFAULT_NAMING_CONVENTION`: only indexes have names. */
const SQLALCHEMY_CONVENTION: NamingConvention = { ix: "ix_%(column_0_label)s" };

/** Fills in the defaults. With no file at all the SQLModel integration is on. */
export function readSettings(data: ConfigData, hasFile: boolean): Settings {
  const { sqlmodel, sqlalchemy, compile } = data.ext ?? {};
  return {
    project: data.project ?? null,
    store: data.store ?? "dev",
    hashTruncationLength: data.hash_truncation_length ?? 8,
    autoCreateTables: data.auto_create_tables ?? false,
    enableMapDatatype: data.enable_map_datatype ?? false,
    sqlmodel: {
      ...readInjection(sqlmodel),
      enable: sqlmodel?.enable ?? !hasFile,
      inferTableNames: sqlmodel?.infer_db_table_names ?? true,
    },
    sqlalchemy: readInjection(sqlalchemy),
    compile: readCompile(compile ?? {}),
  };
}

type InjectionData = { readonly inject_primary_key?: boolean | undefined; readonly inject_index?: boolean | undefined };

function readInjection(data: InjectionData = {}): InjectionConfig {
  return { injectPrimaryKey: data.inject_primary_key ?? null, injectIndex: data.inject_index ?? null };
}

function readCompile(data: CompileData): CompileConfig {
  const { enable: _, sources, out_dir, emit, compat, key_layout, column_naming, if_not_exists, ...rest } = data;
  const { naming_convention = {}, style, ...dialects } = rest;
  return {
    sources: sources ?? [],
    outDir: out_dir ?? "out",
    emit: [...new Set<EmitKind>(emit ?? ["sql", "json"])],
    compat: compat ?? "native",
    keyLayout: key_layout ?? "data_version",
    columnNaming: column_naming ?? "preserve",
    ifNotExists: if_not_exists ?? false,
    namingConvention: readConvention(withoutUndefined(naming_convention), compat ?? "native"),
    style: { keywordCase: style?.keyword_case ?? null, indentWidth: style?.indent ?? null },
    dialects: withoutUndefined(dialects),
  };
}

/** Ours is replaced kind by kind, SQLAlchemy's as a whole; an empty template leaves its kind unnamed. */
function readConvention(configured: NamingConvention, compat: Compat): NamingConvention {
  const replaces = compat === "sqlmodel" && Object.keys(configured).length > 0;
  const base = compat === "native" ? NATIVE_CONVENTION : replaces ? {} : SQLALCHEMY_CONVENTION;
  return Object.fromEntries(Object.entries({ ...base, ...configured }).filter(([, template]) => template !== ""));
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The same object without the keys whose value is undefined. */
function withoutUndefined<T extends object>(data: T): Defined<T> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Defined<T>;
}
