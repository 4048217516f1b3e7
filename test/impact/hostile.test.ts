// Repositories that would have a program run, or an answer of their own taken, when git is asked for a committed file. The
// machine's git, on repositories of our own.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type RunGit, runGit } from "../../src/cli/git.ts";
import { makeProject, removeProjects } from "../cli/disk-project.ts";

afterAll(removeProjects);

const feature = (version: string) => `import { BaseFeature, FeatureSpec, FieldSpec } from "metaxy-compile/dsl";
export class Video extends BaseFeature {
  static override readonly spec = new FeatureSpec({
    key: "video", idColumns: ["id"], fields: [new FieldSpec({ key: "frames", codeVersion: "${version}" })],
  });
  id!: string;
}
`;

const DOCUMENT = "out/dev/metadata.json";

/** Git as a user of the repository runs it. */
function userGit(directory: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...identity, ...args], { cwd: directory, encoding: "utf8", stdio: "pipe" }).trim();
}

/** A repository with the outputs of version 1 committed and the sources of version 2 in the working tree. */
async function openRepository() {
  const project = makeProject({ "src/video.ts": feature("1"), ".gitignore": "canary\n" });
  await project.run(["src"]);
  userGit(project.root, "init", "-q");
  userGit(project.root, "add", ".");
  userGit(project.root, "commit", "-qm", "one");
  project.write("src/video.ts", feature("2"));
  const canary = join(project.root, "canary");
  return {
    project,
    at: (path: string) => join(project.root, path),
    /** What leaves the trace, as a shell would run it. */
    fire: `touch '${canary}'`,
    canary,
    configure: (settings: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(settings)) userGit(project.root, "config", name, value);
    },
    impact: async (against?: string, git: RunGit = runGit) => {
      const argv = ["impact", "src", ...(against === undefined ? [] : [`--against=${against}`])];
      const outcome = await project.run(argv, { git });
      expect([outcome, existsSync(canary)]).toEqual([outcome, false]);
      return outcome;
    },
  };
}

const CHANGES = /codeVersion|code version "1" → "2"/;

describe("a repository without the blob", () => {
  const SETTINGS = { "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin" };
  const withoutBlob = async () => {
    const repository = await openRepository();
    const blob = userGit(repository.project.root, "rev-parse", `HEAD:${DOCUMENT}`);
    rmSync(repository.at(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`));
    return repository;
  };
  const ways = (fire: string): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
    "a transport that is a command": {
      "remote.origin.url": `ext::sh -c ${fire.replaceAll(" ", "% ")}`,
      "protocol.ext.allow": "always",
    },
    "a command for ssh": { "remote.origin.url": "ssh://nowhere/x", "core.sshCommand": `${fire};` },
    "a command that sends packs": { "remote.origin.url": ".", "remote.origin.uploadpack": `${fire};` },
    "a proxy for git's protocol": { "remote.origin.url": "git://nowhere/x", "core.gitProxy": "./fire" },
  });

  it.each(Object.keys(ways("")))("runs nothing to fetch it: %s", async (way) => {
    const { project, at, fire, canary, configure, impact } = await withoutBlob();
    writeFileSync(at("fire"), `#!/bin/sh\n${fire}\n`, { mode: 0o755 });
    configure({ ...SETTINGS, "remote.origin.promisor": "true", ...ways(fire)[way] });
    const { exitCode, stderr } = await impact("HEAD");
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining("error[MXC0143]: git knows out/dev/metadata.json of 'HEAD'"),
    ]);
    // A user's own git would have run it.
    try {
      userGit(project.root, "cat-file", "blob", `HEAD:${DOCUMENT}`);
    } catch {
      // It fetched nothing.
    }
    expect(existsSync(canary)).toBe(true);
  });
});

describe("a repository's settings", () => {
  it("choose no program, whatever they name", async () => {
    const { at, project, fire, configure, impact } = await openRepository();
    writeFileSync(at("fire"), `#!/bin/sh\n${fire}\ncat\n`, { mode: 0o755 });
    project.write(".gitattributes", "*.json diff=fire filter=fire\n");
    mkdirSync(at("hooks"));
    for (const hook of ["post-index-change", "reference-transaction", "pre-auto-gc"]) {
      writeFileSync(at(`hooks/${hook}`), `#!/bin/sh\n${fire}\n`);
      chmodSync(at(`hooks/${hook}`), 0o755);
    }
    configure({
      "core.fsmonitor": at("fire"),
      "core.hooksPath": at("hooks"),
      "core.pager": at("fire"),
      "pager.cat-file": at("fire"),
      "pager.show": at("fire"),
      "diff.external": at("fire"),
      "diff.fire.textconv": at("fire"),
      "filter.fire.smudge": at("fire"),
      "filter.fire.process": at("fire"),
      "credential.helper": at("fire"),
      "core.askPass": at("fire"),
      "alias.cat-file": `!${fire}`,
    });
    const { stdout, exitCode } = await impact("HEAD");
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(CHANGES)]);
  });

  it("of an embedded bare repository are not read", async () => {
    const outer = await openRepository();
    const inner = await openRepository();
    userGit(inner.project.root, "config", "core.bare", "true");
    const nested = makeProject({});
    execFileSync("cp", ["-r", `${inner.at(".git")}/.`, nested.root]);
    nested.write("src/video.ts", feature("2"));
    const { exitCode, stderr } = await nested.run(["impact", "src"], { git: runGit });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/error\[MXC0051\].*cannot use bare repository/)]);
    expect((await outer.impact()).exitCode).toBe(0);
  });
});

describe("the environment", () => {
  it("of a hook chooses no other repository", async () => {
    const { impact } = await openRepository();
    const other = await openRepository();
    const before = { ...process.env };
    Object.assign(process.env, { GIT_DIR: other.at(".git/nothing"), GIT_WORK_TREE: "/", GIT_EXEC_PATH: "/nowhere" });
    try {
      expect((await impact("HEAD")).exitCode).toBe(0);
    } finally {
      for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_EXEC_PATH"]) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  it("looks for git nowhere in the project", async () => {
    const { at, fire, impact } = await openRepository();
    writeFileSync(at("git"), `#!/bin/sh\n${fire}\n`, { mode: 0o755 });
    const { PATH } = process.env;
    process.env.PATH = `.:${PATH}`;
    try {
      expect((await impact("HEAD")).exitCode).toBe(0);
    } finally {
      process.env.PATH = PATH;
    }
  });
});

describe("a name that could be a path or a revision", () => {
  it("is the committed state by default", async () => {
    const { impact } = await openRepository();
    expect(await impact()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(CHANGES), stderr: "" });
  });

  it.each(["main", "v1", "topic/one", "@"])(
    "is the revision, and the folder of that name is not taken for it: %s",
    async (name) => {
      const { project, impact } = await openRepository();
      userGit(project.root, "tag", "v1");
      userGit(project.root, "branch", "topic/one");
      // Would say that nothing changes.
      await project.run(["src", "--out-dir", name]);
      const { exitCode, stdout, stderr } = await impact(name);
      expect([exitCode, stdout]).toEqual([0, expect.stringMatching(CHANGES)]);
      expect(stderr).toContain(`warning[MXC0142]: '${name}' is a git revision and also a file or folder here`);
      expect(await impact(`./${name}`)).toEqual({ exitCode: 0, stdout: "dev: nothing changes\n", stderr: "" });
      expect(await impact(`${name}/`)).toEqual({ exitCode: 0, stdout: "dev: nothing changes\n", stderr: "" });
    },
  );

  it("is HEAD without a word, even where a file has that name", async () => {
    const { project, impact } = await openRepository();
    project.write("HEAD", "ref: refs/heads/main\n");
    expect(await impact()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(CHANGES), stderr: "" });
  });

  it("is a path where no revision has that name, or there is no git", async () => {
    const { project, impact } = await openRepository();
    await project.run(["src", "--out-dir", "main"]);
    const nothing = { exitCode: 0, stdout: "dev: nothing changes\n", stderr: "" };
    expect(await impact("main", async () => ({ kind: "missing" }))).toEqual(nothing);
    await project.run(["src"]);
    expect(await impact("out")).toEqual(nothing);
  });

  it.each(["--upload-pack=touch canary", "-c", "--textconv", "--end-of-options"])(
    "is no option of git's: %s",
    async (name) => {
      const { impact } = await openRepository();
      expect(await impact(name)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("error[MXC0054]") });
    },
  );

  it("says when git takes too long", async () => {
    const { impact } = await openRepository();
    const { exitCode, stderr } = await impact("HEAD", async () => ({ kind: "late", seconds: 30 }));
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining("error[MXC0141]: git did not answer within 30 seconds"),
    ]);
  });
});
