// Cycles of a directed graph: strongly connected components (Tarjan, without recursion) and a short cycle in each.

/** Where each node leads, by name. Targets that are no nodes are ignored. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** How many members of a component are tried as the start of its shortest cycle. */
const STARTS = 100;

/** One shortest cycle of every component of two or more nodes, each starting at its first node in the graph's order. */
export function findCycles(graph: Graph): readonly (readonly string[])[] {
  return components(graph)
    .filter((component) => component.length > 1)
    .map((component) => shortestCycle(graph, component));
}

interface Visit {
  readonly node: string;
  readonly index: number;
  low: number;
  /** How many of the node's edges have been followed. */
  next: number;
}

function components(graph: Graph): string[][] {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];

  function enter(node: string): Visit {
    const visit = { node, index: visits.size, low: visits.size, next: 0 };
    visits.set(node, visit);
    open.push(node);
    isOpen.add(node);
    return visit;
  }

  /** A node that reaches nothing before itself closes a component: all that was opened since. */
  function leave(visit: Visit): void {
    if (visit.low !== visit.index) return;
    const component = open.splice(open.lastIndexOf(visit.node));
    for (const node of component) isOpen.delete(node);
    found.push(component);
  }

  for (const root of graph.keys()) {
    if (visits.has(root)) continue;
    const path = [enter(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const target = graph.get(visit.node)?.[visit.next++];
      if (target === undefined) {
        leave(visit);
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
      } else if (graph.has(target)) {
        const seen = visits.get(target);
        if (seen === undefined) path.push(enter(target));
        else if (isOpen.has(target)) visit.low = Math.min(visit.low, seen.index);
      }
    }
  }
  return found;
}

function shortestCycle(graph: Graph, component: readonly string[]): readonly string[] {
  const members = new Set(component);
  let best: readonly string[] | null = null;
  for (const start of component.slice(0, STARTS)) {
    const cycle = cycleThrough(graph, members, start, best?.length ?? Number.POSITIVE_INFINITY);
    if (cycle !== null) best = cycle;
  }
  return best ?? component;
}

/** The shortest way from a node back to itself, if it is shorter than the limit: breadth first. */
function cycleThrough(
  graph: Graph,
  members: ReadonlySet<string>,
  start: string,
  limit: number,
): readonly string[] | null {
  const from = new Map<string, string>();
  let level = [start];
  for (let length = 1; length < limit && level.length > 0; length++) {
    const next: string[] = [];
    for (const node of level) {
      for (const target of graph.get(node) ?? []) {
        if (target === start && node !== start) return pathTo(node, from);
        if (!members.has(target) || target === start || from.has(target)) continue;
        from.set(target, node);
        next.push(target);
      }
    }
    level = next;
  }
  return null;
}

function pathTo(node: string, from: ReadonlyMap<string, string>): string[] {
  const path = [node];
  for (let before = from.get(node); before !== undefined; before = from.get(before)) path.push(before);
  return path.reverse();
}
