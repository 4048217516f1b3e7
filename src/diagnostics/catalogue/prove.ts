// 39xx. What a proof found: an engine that is not there, refuses a statement, or made something else than the model says.

import { error } from "../message.ts";

export const proveMessages = {
  MXC3900: error<{ package: string }>({
    message: (a) => `this proof needs the package '${a.package}', which is not installed`,
    help: (a) => `run 'npm install --save-dev ${a.package}'`,
  }),
  MXC3901: error<{ engine: string; reason: string }>({
    message: (a) => `${a.engine} did not start: ${a.reason}`,
    help: () => "check that the package fits this machine, or that the server runs and lets you in",
  }),
  MXC3902: error<{ dialect: string; server: boolean; provable: readonly string[]; example: string | null }>({
    message: (a) => `no ${a.server ? "server" : "embedded engine"} can prove SQL for '${a.dialect}'`,
    help: (a) =>
      a.example === null
        ? `a proof ${a.server ? "on a server " : ""}is possible for ${a.provable.join(", ")}`
        : `prove on a server: '--url ${a.example}'`,
  }),
  MXC3903: error<{ name: string; dialect: string; reason: string }>({
    message: (a) => `the statement for '${a.name}' is not valid ${a.dialect}: ${a.reason}`,
    label: () => "written for this",
    help: () => "look at SQL expressions and types given as text here; if there are none, please report it",
  }),
  MXC3904: error<{ name: string; engine: string; reason: string }>({
    message: (a) => `${a.engine} refused the statement for '${a.name}': ${a.reason}`,
    label: () => "written for this",
    help: () => "look at SQL expressions and types given as text here; if there are none, please report it",
  }),
  MXC3905: error<{ engine: string; reason: string }>({
    message: (a) => `${a.engine} gave no empty place to work in: ${a.reason}`,
    help: () => "prove on an empty database that the user may create schemas in, or without '--url'",
  }),
  MXC3910: error<{ what: string; engine: string }>({
    message: (a) => `${a.engine} does not have ${a.what} after running the SQL`,
    label: () => "declared here",
    help: () => "the engine accepted the SQL without doing what it says; please report it",
  }),
  MXC3911: error<{ what: string; engine: string }>({
    message: (a) => `${a.engine} has ${a.what} after running the SQL, which nothing declares`,
    help: () => "the SQL makes more than the model says; please report it",
  }),
  MXC3912: error<{ what: string; engine: string; expected: string; found: string }>({
    message: (a) => `${a.engine} has another ${a.what}: found ${a.found}, expected ${a.expected}`,
    label: () => "declared here",
    help: () => "the engine understood the SQL in another way than it was meant; please report it",
  }),
  MXC3913: error<{ name: string; engine: string; reason: string }>({
    message: (a) => `${a.engine} made '${a.name}' but not from the model's types and expressions alone: ${a.reason}`,
    label: () => "declared here",
    help: () => "the SQL and the model disagree; please report it",
  }),
  MXC3914: error<{ name: string; engine: string; remark: string }>({
    message: (a) => `${a.engine} did not do all that the statement for '${a.name}' says: ${a.remark}`,
    label: () => "written for this",
    help: () => "look at SQL expressions, types and options given as text here; if there are none, please report it",
  }),
} as const;
