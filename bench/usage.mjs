// Loaded first: leaves what the process took behind: its peak of memory, and the time of all its threads on a processor.

import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { megabytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env.METAXY_BENCH_USAGE, JSON.stringify(usage));
});
