// The machine's own git, on a repository of our own.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runGit, runGitWithin } from "../../src/cli/git.ts";

const folder = mkdtempSync(join(tmpdir(), "metaxy-git-"));

beforeAll(async () => {
  writeFileSync(join(folder, "it's $HOME.txt"), "committed é\n");
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    [...identity, "commit", "-qm", "one"],
  ]) {
    expect(await runGit(args, folder)).toMatchObject({ kind: "output" });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

it("gives a committed file, whatever characters its name has", async () => {
  expect(await runGit(["cat-file", "blob", "HEAD:./it's $HOME.txt"], folder)).toEqual({
    kind: "output",
    text: "committed é\n",
  });
});

it("says in one line why there is none", async () => {
  const answer = await runGit(["cat-file", "blob", "nope:./x"], folder);
  expect(answer).toMatchObject({
    kind: "failed",
    reason: expect.stringMatching(/^(?:invalid object name 'nope'|Not a valid object name nope:)/),
  });
});

it("knows when there is no git", async () => {
  const { PATH } = process.env;
  process.env.PATH = folder;
  try {
    expect(await runGit(["--version"], folder)).toEqual({ kind: "missing" });
  } finally {
    process.env.PATH = PATH;
  }
});

it("is stopped when it does not end in time", async () => {
  const slow = mkdtempSync(join(tmpdir(), "metaxy-slow-git-"));
  const { PATH } = process.env;
  writeFileSync(join(slow, "git"), "#!/bin/sh\nexec sleep 60\n", { mode: 0o755 });
  process.env.PATH = `${slow}:${PATH}`;
  try {
    expect(await runGitWithin(0.2, ["cat-file", "-e", "HEAD"], folder)).toEqual({ kind: "late", seconds: 0.2 });
  } finally {
    process.env.PATH = PATH;
    rmSync(slow, { recursive: true });
  }
});
