import assert from "node:assert/strict";
import { chmod, lstat, mkdir, mkdtemp, readlink, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { runnableBinaries, systemFolder } from "../src/binaries.ts";
import { canEnter, databaseUser } from "../src/os-user.ts";
import { placeFolder } from "../src/place.ts";

describe("where the database lies", () => {
  let parent: string;
  beforeEach(async () => {
    // 0700: closed to the database's user, when root runs this.
    parent = await mkdtemp(join(tmpdir(), "finflow-place-"));
  });
  afterEach(() => rm(parent, { recursive: true }));

  test("in the data folder, closed to others, when its user can go there", async () => {
    const user = databaseUser();
    const open = await mkdtemp(join(tmpdir(), "finflow-place-"));
    try {
      await chmod(open, 0o711);
      const placed = await placeFolder(join(open, "postgres"), user);
      assert.equal(placed, join(open, "postgres"));
      const { mode, uid } = await stat(placed);
      assert.equal(mode & 0o777, 0o700);
      assert.equal(uid, user?.uid ?? process.getuid?.());
      assert.equal(await placeFolder(placed, user), placed, "and stays there");
    } finally {
      await rm(open, { recursive: true });
    }
  });

  test("the same for all who ask at once", async () => {
    await chmod(parent, 0o711);
    const folder = join(parent, "postgres");
    const placed = await Promise.all([1, 2, 3].map(() => placeFolder(folder, databaseUser())));
    assert.deepEqual(placed, [folder, folder, folder]);
  });

  test("a link that leads nowhere is lost data, not a fresh start", async () => {
    await symlink(join(parent, "gone"), join(parent, "postgres"));
    await assert.rejects(placeFolder(join(parent, "postgres"), databaseUser()), { reason: "unreachable" });
    assert.equal((await lstat(join(parent, "postgres"))).isSymbolicLink(), true);
  });

  const asRoot = process.getuid?.() === 0;
  if (!asRoot)
    console.warn(
      `LEFT OUT: a data folder closed to the database's user (${systemFolder}), which only root can make`,
    );
  else {
    test("elsewhere, with a link, when its user cannot go there", async () => {
      const user = databaseUser();
      const folder = join(parent, "postgres");
      const placed = await placeFolder(folder, user);
      try {
        assert.equal(placed.startsWith(`${systemFolder}/`), true);
        assert.equal(await readlink(folder), placed);
        assert.equal((await stat(placed)).mode & 0o777, 0o700);
        assert.equal(canEnter(placed, user), true);
        assert.equal(await placeFolder(folder, user), placed);
      } finally {
        await rm(placed, { recursive: true });
      }
    });

    test("a folder that was open to its user and no longer is, is said", async () => {
      const folder = join(parent, "postgres");
      await mkdir(folder);
      await assert.rejects(placeFolder(folder, databaseUser()), { reason: "unreachable" });
    });
  }
});

test("the binaries run as whoever the database runs as", async () => {
  const { version, postgres } = await runnableBinaries(databaseUser());
  assert.match(version, /^18\./);
  assert.equal((await stat(postgres)).isFile(), true);
});
