// SARIF 2.1.0 for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import { compareText } from "../../model/text-order.ts";
import type { Finding, Location } from "../finding.ts";

/** Renders one run with one result per finding, with a final line feed. */
export function renderSarif(findings: readonly Finding[]): string {
  const rules = [...new Set(findings.map((finding) => finding.code))].sort(compareText);
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "metaxy-compile", rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The project's root" } } },
        results: findings.map((finding) => sarifResult(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function sarifResult(finding: Finding, rules: readonly string[]): object {
  const { code, severity, message, help, location, related } = finding;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: severity,
    message: { text: help === null ? message : `${message}\n${help}` },
    locations: location === null ? [] : [sarifLocation(location)],
    relatedLocations: related.map((each, id) => ({
      id,
      ...sarifLocation(each.location),
      message: { text: each.message },
    })),
  };
}

function sarifLocation({ path, start, end }: Location): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(path), uriBaseId: "SRCROOT" },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}
