// Preloaded into measured processes: leaves the peak resident size, in KiB, in the file METAXY_BENCH_PEAK names.

import { writeFileSync } from "node:fs";

process.on("exit", () => writeFileSync(process.env.METAXY_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
