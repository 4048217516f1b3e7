// Metaxy's BigQuery store, from its source (Metaxy 0.1.11) and that of ibis 12.

import type { MetaxyStore } from "./store.ts";

export const bigqueryStore: MetaxyStore = {
  title: "Metaxy's BigQuery store",
  // ibis: "Maps are not supported in BigQuery".
  byField: { plain: "struct", mapDatatype: null },
  // Nothing runs it here, so nothing is known.
  columns: { asText: [], asTextInside: [], documentLists: [], sqlTypes: [], fault: () => null },
};
