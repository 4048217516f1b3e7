// Metaxy's ClickHouse store, from its source (Metaxy 0.1.11, `ext/clickhouse`): it turns structs into maps and back where the
// table has maps, whatever `enable_map_datatype` says.

import type { MetaxyStore } from "./store.ts";

export const clickhouseStore: MetaxyStore = {
  title: "Metaxy's ClickHouse store",
  byField: { plain: "map", mapDatatype: "map" },
};
