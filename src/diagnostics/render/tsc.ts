// The only shape that both VS Code's `$tsc` problem matcher and the setup-node action's matcher accept.

import type { Finding } from "../finding.ts";

/**
 * One line per finding. `MXC1003` becomes `TS771003`: a six-digit range that TypeScript itself does not use.
 *
 * @example src/a.ts(7,10): error TS771003: [MXC1003] call of `makeKey` cannot be evaluated
 */
export function renderTsc(findings: readonly Finding[]): string {
  return findings.map((finding) => `${renderLine(finding)}\n`).join("");
}

function renderLine({ code, severity, message, help, location }: Finding): string {
  const text = [message, help]
    .filter((part) => part !== null)
    .join("; ")
    .replace(/\s*[\r\n]+\s*/g, " ");
  const tail = `${severity} TS77${code.slice(3)}: [${code}] ${text}`;
  return location === null ? tail : `${location.path}(${location.start.line},${location.start.column}): ${tail}`;
}
