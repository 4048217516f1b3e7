// One line on a terminal that says how far a compilation is, once it takes longer than a blink. It is wiped out before
// anything else is printed.

import type { ModuleSource } from "../link/link.ts";
import type { CommonOptions } from "./arguments.ts";
import { isPlain } from "./report.ts";
import type { World } from "./world.ts";

/** Milliseconds before the line appears, and between two texts of it. */
const PATIENCE = 200;
const PAUSE = 100;

const WIPE = "\r\u001b[K";

/** Modules whose reading is shown, and the end of showing it. */
export interface Progress {
  readonly modules: ModuleSource;
  readonly end: () => void;
}

/**
 * Shows the reading of modules where somebody watches.
 *
 * @param total how many files are expected
 */
export function showProgress(modules: ModuleSource, total: number, flags: CommonOptions, world: World): Progress {
  if (flags.quiet || !world.stderr.isTerminal || isPlain(world)) return { modules, end: () => {} };
  const read = new Set<string>();
  let due = world.now() + PATIENCE;
  let isShown = false;
  const say = (text: string) => {
    isShown = true;
    due = world.now() + PAUSE;
    world.stderr.write(`${WIPE}${text}`);
  };
  return {
    modules: {
      get(path) {
        read.add(path);
        if (world.now() >= due) say(`reading ${Math.min(read.size, total)} of ${total} files`);
        return modules.get(path);
      },
      settle() {
        if (isShown) say(`compiling ${total} files`);
        // What follows asks for modules, too, but reads none.
        due = Number.POSITIVE_INFINITY;
        modules.settle?.();
      },
    },
    end() {
      if (isShown) world.stderr.write(WIPE);
    },
  };
}
