// Words that mean something in an expression of one dialect or another, by what they do there. A column may be called like
// one; then it is the column only where an operand stands by itself. The lists are those of pg_get_keywords() (PostgreSQL 18),
// duckdb_keywords() (DuckDB 1.5), sqlite3_keyword_name (SQLite 3.54) and what MariaDB 10.11 wants quoted, less what stands in
// no expression; BigQuery's and ClickHouse's from their manuals.

/** Values by themselves, in every dialect that knows the word. */
const CONSTANTS =
  "true false null unknown default inf nan infinity current_catalog current_date current_datetime current_role current_schema " +
  "current_time current_timestamp current_user localtime localtimestamp session_user system_user utc_date utc_time utc_timestamp";

/** An operand follows them. */
const BEFORE_OPERAND =
  "and or not xor in like ilike rlike regexp glob match between symmetric asymmetric case when then else div mod from where having " +
  "set on by escape binary interval placing overlaps contains to of global except if lambda";

/** They follow an operand. */
const AFTER_OPERAND =
  "and or xor is in not like ilike rlike regexp glob match between similar div mod collate isnull notnull when then else end at " +
  "overlaps escape asc desc as nulls operator member sounds contains global delete recompress group where to";

/** The name of something other than a column follows them. */
const BEFORE_NAME = "as collate using over charset operator with volume disk codec for join into";

const UNITS =
  "microsecond microseconds millisecond milliseconds nanosecond nanoseconds second seconds minute minutes hour hours day days " +
  "week weeks isoweek month months quarter quarters year years isoyear decade decades century centuries millennium millennia " +
  "epoch dow doy isodow dayofweek dayofyear dayofmonth weekday yearweek julian era timezone timezone_hour timezone_minute " +
  "second_microsecond minute_microsecond minute_second hour_microsecond hour_second hour_minute day_microsecond " +
  "day_second day_minute day_hour year_month";

const TYPES =
  "array bigint bignumeric bigdecimal binary bit blob bool boolean box bpchar byte bytea bytes char character cidr circle clob date " +
  "datetime datetime64 date32 dec decimal decimal32 decimal64 decimal128 decimal256 double enum enum8 enum16 fixed fixedstring " +
  "float float32 float4 float64 float8 geography geometry geometrycollection halfvec hstore hugeint inet inet4 inet6 int int1 int128 " +
  "int16 int2 int256 int3 int32 int4 int64 int8 integer interval ipv4 ipv6 json jsonb line linestring list long longblob longtext " +
  "lowcardinality lseg ltree macaddr map mediumblob mediumint mediumtext middleint money multilinestring multipoint multipolygon name " +
  "national nchar nested nothing nullable numeric nvarchar object oid path point polygon precision range real record row serial " +
  "serial4 serial8 signed smallint smallserial bigserial sparsevec string struct text time timestamp timestamp_ms timestamp_ns " +
  "timestamp_s timestamptz timetz tinyblob tinyint tinytext tsquery tsvector tuple ubigint uhugeint uint uint128 uint16 uint256 uint32 " +
  "uint64 uint8 uinteger union unsigned usmallint utinyint uuid varbinary varbit varchar varchar2 variant varying vector void xml year";

/** Words of clauses, inside calls and around them. */
const CLAUSES =
  "absent action all analyze any apply array_agg as asof authorization before both cast check check_point codec collation column " +
  "compression concat conditional conflict constraint content create cross cube current deferrable delete desc disk distinct " +
  "distinctrow do document each empty end error exclude excluding exists extract fail filter final first following for format freeze " +
  "full generated group grouping groups ignore immediate include including indexed initially inner intersect into is isnull join " +
  "keep key keys last lateral leading left limit local matched mode natural nchar next no nfc nfd nfkc nfkd none normalize " +
  "normalized nulls object offset omit only operator order others outer over overlay partition passing position preceding " +
  "prewhere primary quotes raise recompress references replace respect returning returns right rollup row rows safe sample scalar " +
  "select separator sets similar some sounds strict substring table tablesample ties to trailing trim try_cast ttl unbounded " +
  "uescape unconditional unique unnest using value values variadic view volume whitespace window with within without wrapper " +
  "xmlexists zone user index database schema";

/** Columns that every table of some engine has. */
const PSEUDO_COLUMNS =
  "ctid xmin xmax cmin cmax tableoid rowid _rowid_ oid _partitiontime _partitiondate _part _part_index _part_uuid _partition_id " +
  "_partition_value _row_exists _sample_factor _block_number _block_offset _file_name";

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

/** Each list, in lower case. */
export const keywords = {
  constants: words(CONSTANTS),
  beforeOperand: words(BEFORE_OPERAND),
  afterOperand: words(AFTER_OPERAND),
  beforeName: words(BEFORE_NAME),
  units: words(UNITS),
  types: words(TYPES),
  /** All of them. */
  all: words(CONSTANTS, BEFORE_OPERAND, AFTER_OPERAND, BEFORE_NAME, UNITS, TYPES, CLAUSES, PSEUDO_COLUMNS),
} as const;

/** Functions that take a unit as if it were a value. */
export const TAKES_UNITS = /date|time|trunc|last_day|interval|bucket|extract|age/i;

/** Functions that take a type so. */
export const TAKES_TYPES = /cast|convert/i;
