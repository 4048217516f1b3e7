// All rules, in the order in which a reader would want to hear of them: first the names, then what they lead to, then
// the columns that travel along dependencies, then each class's own columns, then the configuration. A rule stays
// silent about what a rule above it has refused. What is wrong with a table is found where tables are made.

import type { Rule } from "./rule.ts";
import { checkColumnCollisions } from "./rules/column-collisions.ts";
import { checkDependencyCycles } from "./rules/dependency-cycles.ts";
import { checkDuplicateDependencies } from "./rules/duplicate-dependencies.ts";
import { checkDuplicateKeys } from "./rules/duplicate-keys.ts";
import { checkExpansions } from "./rules/expansions.ts";
import { checkFieldDependencies } from "./rules/field-dependencies.ts";
import { checkFieldKeys } from "./rules/field-keys.ts";
import { checkFilters } from "./rules/filters.ts";
import { checkIdColumns } from "./rules/id-columns.ts";
import { checkInferredTableNames } from "./rules/inferred-table-names.ts";
import { checkIntegration } from "./rules/integration.ts";
import { checkKeyParts } from "./rules/key-parts.ts";
import { checkLockedDependencies } from "./rules/locked-dependencies.ts";
import { checkMappingNames } from "./rules/mapping-names.ts";
import { checkMetadata } from "./rules/metadata.ts";
import { checkMissingDependencies } from "./rules/missing-dependencies.ts";
import { checkParentFields } from "./rules/parent-fields.ts";
import { checkRenames } from "./rules/renames.ts";
import { checkSelfDependencies } from "./rules/self-dependencies.ts";
import { checkSpecTexts } from "./rules/spec-texts.ts";
import { checkSystemColumns } from "./rules/system-columns.ts";
import { checkTableNames } from "./rules/table-names.ts";
import { checkUpstreamColumns } from "./rules/upstream-columns.ts";

export const rules: readonly Rule[] = [
  checkKeyParts,
  checkDuplicateKeys,
  checkTableNames,
  checkFieldKeys,
  checkMetadata,
  checkSpecTexts,

  checkMissingDependencies,
  checkLockedDependencies,
  checkSelfDependencies,
  checkDependencyCycles,
  checkDuplicateDependencies,
  checkFieldDependencies,
  checkMappingNames,
  checkParentFields,

  checkRenames,
  checkUpstreamColumns,
  checkColumnCollisions,
  checkExpansions,
  checkFilters,

  checkIdColumns,
  checkSystemColumns,

  checkInferredTableNames,
  checkIntegration,
];
