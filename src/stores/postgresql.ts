// Metaxy's PostgreSQL store. Tried on Metaxy 0.1.11 with PostgreSQL 15.

import type { MetaxyStore } from "./store.ts";

export const postgresqlStore: MetaxyStore = {
  title: "Metaxy's PostgreSQL store",
  // JSONB: the store encodes structs, but not maps.
  byField: { plain: "map", mapDatatype: null },
};
