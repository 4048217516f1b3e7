// Metaxy's BigQuery store, from its source (Metaxy 0.1.11) and that of ibis 12.

import type { MetaxyStore } from "./store.ts";

export const bigqueryStore: MetaxyStore = {
  title: "Metaxy's BigQuery store",
  // ibis: "Maps are not supported in BigQuery".
  // Nothing runs it here, so nothing is known.
  columns: { asText: [], asTextInside: [], documentLists: [], sqlTypes: [], fault: () => null },
  byField: { plain: "struct", mapDatatype: { fails: "cannot write rows" } },
  // The schema is the dataset that `dataset_id` names.
  names: { schema: null, bare: /^[A-Za-z_]\w*$/, keywords: new Set() },
};
