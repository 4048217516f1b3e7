// Reads and links a project and does nothing with it: what it costs to learn what the classes say, beside the walk, which
// only visits them.
//
//   node extract.js <directory>

import { link } from "../src/link/link.ts";
import { openBenchmark, take } from "./opened.ts";

const { project, modules } = await openBenchmark(process.argv[2] ?? "", []);
const { features } = take(link(project.entries, modules, project.host));
if (features.length === 0) throw new Error("nothing was extracted");
