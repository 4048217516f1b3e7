// Annotations of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions

import type { Finding } from "../finding.ts";

/** GitHub shows ten errors and ten warnings of a step; errors come first so that they are the ones shown. */
export function renderGithub(findings: readonly Finding[]): string {
  const errorsFirst = [...findings].sort((a, b) => Number(a.severity !== "error") - Number(b.severity !== "error"));
  return errorsFirst.map((finding) => `${renderCommand(finding)}\n`).join("");
}

function renderCommand({ code, severity, message, help, location }: Finding): string {
  const place =
    location === null
      ? []
      : [
          `file=${escapeProperty(location.path)}`,
          `line=${location.start.line}`,
          `endLine=${location.end.line}`,
          `col=${location.start.column}`,
          `endColumn=${location.end.column}`,
        ];
  const properties = [...place, `title=${code}`].join(",");
  return `::${severity} ${properties}::${escapeData(help === null ? message : `${message}\n${help}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
