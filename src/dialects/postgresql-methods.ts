// What PostgreSQL's index methods take: pg_am and pg_opclass of PostgreSQL 15 and 18, with those of pgvector, and every method
// tried with every option.

/** An index method. */
interface IndexMethod {
  /** Whether it refuses what is there already. */
  readonly unique: boolean;
  /** Whether members may be descending, or say where null comes: "does not support ASC/DESC options". */
  readonly ordered: boolean;
  /** Whether INCLUDE may stand beside it. */
  readonly include: boolean;
  /** Whether it takes more than one member. */
  readonly several: boolean;
  /** Most dimensions of a vector. */
  readonly dimensions: number | null;
}

export const postgresqlMethods: Readonly<Record<string, IndexMethod>> = {
  btree: { unique: true, ordered: true, include: true, several: true, dimensions: null },
  hash: { unique: false, ordered: false, include: false, several: false, dimensions: null },
  gin: { unique: false, ordered: false, include: false, several: true, dimensions: null },
  gist: { unique: false, ordered: false, include: true, several: true, dimensions: null },
  spgist: { unique: false, ordered: false, include: true, several: false, dimensions: null },
  brin: { unique: false, ordered: false, include: false, several: true, dimensions: null },
  // "column cannot have more than 2000 dimensions for hnsw index".
  hnsw: { unique: false, ordered: false, include: false, several: false, dimensions: 2000 },
  ivfflat: { unique: false, ordered: false, include: false, several: false, dimensions: 2000 },
};

/** Methods that come with extensions which nobody here has looked into. */
export const EXTENSION_METHODS = ["bloom", "bm25", "diskann", "pgroonga", "rum", "vchordg", "vchordrq", "zombodb"];

/** Operator classes by method and type; a star marks the one that needs no name. */
export const operatorClasses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  brin: {
    anyrange: "*range_inclusion_ops",
    bigint: "*int8_minmax_ops int8_bloom_ops int8_minmax_multi_ops",
    "bit varying": "*varbit_minmax_ops",
    bit: "*bit_minmax_ops",
    box: "*box_inclusion_ops",
    bytea: "*bytea_minmax_ops bytea_bloom_ops",
    character: "*bpchar_minmax_ops bpchar_bloom_ops",
    date: "*date_minmax_ops date_bloom_ops date_minmax_multi_ops",
    "double precision": "*float8_minmax_ops float8_bloom_ops float8_minmax_multi_ops",
    inet: "*inet_inclusion_ops inet_bloom_ops inet_minmax_multi_ops inet_minmax_ops",
    integer: "*int4_minmax_ops int4_bloom_ops int4_minmax_multi_ops",
    interval: "*interval_minmax_ops interval_bloom_ops interval_minmax_multi_ops",
    macaddr: "*macaddr_minmax_ops macaddr_bloom_ops macaddr_minmax_multi_ops",
    macaddr8: "*macaddr8_minmax_ops macaddr8_bloom_ops macaddr8_minmax_multi_ops",
    numeric: "*numeric_minmax_ops numeric_bloom_ops numeric_minmax_multi_ops",
    real: "*float4_minmax_ops float4_bloom_ops float4_minmax_multi_ops",
    smallint: "*int2_minmax_ops int2_bloom_ops int2_minmax_multi_ops",
    text: "*text_minmax_ops text_bloom_ops",
    "time with time zone": "*timetz_minmax_ops timetz_bloom_ops timetz_minmax_multi_ops",
    "time without time zone": "*time_minmax_ops time_bloom_ops time_minmax_multi_ops",
    "timestamp with time zone": "*timestamptz_minmax_ops timestamptz_bloom_ops timestamptz_minmax_multi_ops",
    "timestamp without time zone": "*timestamp_minmax_ops timestamp_bloom_ops timestamp_minmax_multi_ops",
    uuid: "*uuid_minmax_ops uuid_bloom_ops uuid_minmax_multi_ops",
  },
  btree: {
    anyarray: "*array_ops",
    anyenum: "*enum_ops",
    anyrange: "*range_ops",
    bigint: "*int8_ops",
    "bit varying": "*varbit_ops",
    bit: "*bit_ops",
    boolean: "*bool_ops",
    bytea: "*bytea_ops",
    character: "*bpchar_ops bpchar_pattern_ops",
    date: "*date_ops",
    "double precision": "*float8_ops",
    halfvec: "*halfvec_ops",
    inet: "*inet_ops cidr_ops",
    integer: "*int4_ops",
    interval: "*interval_ops",
    jsonb: "*jsonb_ops",
    macaddr: "*macaddr_ops",
    macaddr8: "*macaddr8_ops",
    money: "*money_ops",
    numeric: "*numeric_ops",
    real: "*float4_ops",
    smallint: "*int2_ops",
    sparsevec: "*sparsevec_ops",
    text: "*text_ops text_pattern_ops varchar_ops varchar_pattern_ops",
    "time with time zone": "*timetz_ops",
    "time without time zone": "*time_ops",
    "timestamp with time zone": "*timestamptz_ops",
    "timestamp without time zone": "*timestamp_ops",
    tsvector: "*tsvector_ops",
    uuid: "*uuid_ops",
    vector: "*vector_ops",
  },
  gin: {
    anyarray: "*array_ops",
    jsonb: "*jsonb_ops jsonb_path_ops",
    tsvector: "*tsvector_ops",
  },
  gist: {
    anyrange: "*range_ops",
    box: "*box_ops",
    circle: "*circle_ops",
    inet: "inet_ops",
    point: "*point_ops",
    polygon: "*poly_ops",
    tsvector: "*tsvector_ops",
  },
  hash: {
    anyarray: "*array_ops",
    anyenum: "*enum_ops",
    anyrange: "*range_ops",
    bigint: "*int8_ops",
    boolean: "*bool_ops",
    bytea: "*bytea_ops",
    character: "*bpchar_ops bpchar_pattern_ops",
    date: "*date_ops",
    "double precision": "*float8_ops",
    inet: "*inet_ops cidr_ops",
    integer: "*int4_ops",
    interval: "*interval_ops",
    jsonb: "*jsonb_ops",
    macaddr: "*macaddr_ops",
    macaddr8: "*macaddr8_ops",
    numeric: "*numeric_ops",
    real: "*float4_ops",
    smallint: "*int2_ops",
    text: "*text_ops text_pattern_ops varchar_ops varchar_pattern_ops",
    "time with time zone": "*timetz_ops",
    "time without time zone": "*time_ops",
    "timestamp with time zone": "*timestamptz_ops",
    "timestamp without time zone": "*timestamp_ops",
    uuid: "*uuid_ops",
  },
  hnsw: {
    bit: "bit_hamming_ops bit_jaccard_ops",
    halfvec: "halfvec_cosine_ops halfvec_ip_ops halfvec_l1_ops halfvec_l2_ops",
    sparsevec: "sparsevec_cosine_ops sparsevec_ip_ops sparsevec_l1_ops sparsevec_l2_ops",
    vector: "vector_cosine_ops vector_ip_ops vector_l1_ops vector_l2_ops",
  },
  ivfflat: {
    bit: "bit_hamming_ops",
    halfvec: "halfvec_cosine_ops halfvec_ip_ops halfvec_l2_ops",
    vector: "*vector_l2_ops vector_cosine_ops vector_ip_ops",
  },
  spgist: {
    anyrange: "*range_ops",
    box: "*box_ops",
    inet: "*inet_ops",
    point: "*quad_point_ops kd_point_ops",
    polygon: "*poly_ops",
    text: "*text_ops",
  },
};

/** Operator classes of extensions, which have to be installed. */
export const EXTENSION_CLASSES: Readonly<Record<string, string>> = {
  gin_trgm_ops: "pg_trgm",
  gist_trgm_ops: "pg_trgm",
  gin_hstore_ops: "hstore",
  gist_hstore_ops: "hstore",
  gist_ltree_ops: "ltree",
  gin__int_ops: "intarray",
  gist__int_ops: "intarray",
  gist__intbig_ops: "intarray",
};
