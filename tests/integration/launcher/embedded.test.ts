import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import {
  copyBinaries,
  findBinaries,
  linkLibraries,
  program,
} from "../../../schema/postgres/binaries.ts";
import { canRun } from "../../../schema/postgres/os-user.ts";
import { recordedPid } from "../../../schema/postgres/postmaster.ts";
import { withClient, type PostgresServer } from "../../../schema/postgres/server.ts";
import { dataFolder, ended, launch, launchProcess } from "../../support/launch.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
/** In a clone below a closed home, nobody else can run this Node. */
const nobodyCanRun = isRoot && canRun(NOBODY, process.execPath);

const ask = async <Row extends pg.QueryResultRow>(server: PostgresServer, text: string) =>
  (await withClient(server, "superuser", "postgres", (client) => client.query<Row>(text))).rows;

const keep = (server: PostgresServer) =>
  ask(server, "create table kept as select 'still here' as word");
const kept = (server: PostgresServer) => ask(server, "select word from kept");
const STILL_HERE = [{ word: "still here" }];

test("listens on loopback only and lets nobody in without the password", async () => {
  const { server } = await launch(dataFolder());
  expect(await ask(server, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await ask(server, "show unix_socket_directories")).toEqual([
    { unix_socket_directories: "" },
  ]);
  const { host, port, superuser } = server;
  const stranger = new pg.Client({ host, port, user: superuser.user, password: "wrong" });
  await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });
});

test("keeps its data across a stop and a start", async () => {
  const folder = dataFolder();
  const first = await launch(folder);
  await keep(first.server);
  await first.stop();
  const second = await launch(folder);
  expect(await kept(second.server)).toEqual(STILL_HERE);
});

test("sorts text by code point and stores it as UTF-8", async () => {
  const { server } = await launch(dataFolder());
  expect(
    await ask(
      server,
      "select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = 'postgres'",
    ),
  ).toEqual([{ encoding: "UTF8", provider: "b", locale: "C.UTF-8" }]);
});

test.runIf(isRoot)("started by root, the server runs as somebody else", async () => {
  const { data } = await launch(dataFolder());
  expect(fs.statSync(data).uid).not.toBe(0);
  expect(fs.statSync(`/proc/${recordedPid(data)}`).uid).toBe(fs.statSync(data).uid);
});

test.runIf(nobodyCanRun)("started by an ordinary user, it runs as that user", async () => {
  const folder = dataFolder();
  fs.chownSync(folder, NOBODY.uid, NOBODY.gid);
  const { data, server } = await launchProcess(folder, NOBODY);
  expect(fs.statSync(data).uid).toBe(NOBODY.uid);
  await keep(server);
});

test.runIf(nobodyCanRun)("root carries on with the data of an ordinary user", async () => {
  const folder = dataFolder();
  fs.chownSync(folder, NOBODY.uid, NOBODY.gid);
  const theirs = await launchProcess(folder, NOBODY);
  await keep(theirs.server);
  await ended(theirs.process, "SIGTERM");
  const ours = await launch(folder);
  expect(await kept(ours.server)).toEqual(STILL_HERE);
  expect(fs.statSync(ours.data).uid).toBe(NOBODY.uid);
});

test.runIf(isRoot)("below a closed home the data lives elsewhere and is found again", async () => {
  const home = dataFolder();
  fs.chmodSync(home, 0o700);
  const first = await launch(path.join(home, "clone", "var"));
  const elsewhere = path.dirname(first.data);
  try {
    expect(elsewhere).toMatch(/^\/var\/lib\/crm\/[0-9a-f]{16}$/);
    await keep(first.server);
    await first.stop();
    fs.renameSync(path.join(home, "clone"), path.join(home, "moved"));
    const second = await launch(path.join(home, "moved", "var"));
    expect(await kept(second.server)).toEqual(STILL_HERE);
    await second.stop();
  } finally {
    fs.rmSync(elsewhere, { recursive: true, force: true });
  }
});

test.runIf(isRoot)(
  "copied binaries can be run by another user, however private the process is",
  () => {
    const folder = dataFolder();
    const mask = process.umask(0o077);
    onTestFinished(() => void process.umask(mask));
    const copy = copyBinaries(findBinaries(), path.join(folder, "copies"));
    expect(canRun(NOBODY, program(copy, "postgres"))).toBe(true);
    expect(copyBinaries(findBinaries(), path.join(folder, "copies"))).toEqual(copy);
  },
);

test("a pid file that names somebody else's process does not stop the start", async () => {
  const folder = dataFolder();
  const first = await launch(folder);
  await keep(first.server);
  const pidFile = path.join(first.data, "postmaster.pid");
  const lines = fs.readFileSync(pidFile, "utf8").split("\n");
  await first.stop();
  // PostgreSQL balks at a living process of its own user, as any program may be after a restart.
  const { uid, gid } = fs.statSync(first.data);
  const somebody = spawn("sleep", ["60"], isRoot ? { uid, gid } : {});
  onTestFinished(() => ended(somebody, "SIGKILL"));
  fs.writeFileSync(pidFile, [String(somebody.pid), ...lines.slice(1)].join("\n"));
  const second = await launch(folder);
  expect(await kept(second.server)).toEqual(STILL_HERE);
});

test("a server whose owner was killed is stopped, and its data is kept", async () => {
  const folder = dataFolder();
  const orphaned = await launchProcess(folder);
  await keep(orphaned.server);
  const orphan = recordedPid(orphaned.data);
  await ended(orphaned.process, "SIGKILL");
  const next = await launch(folder);
  expect(recordedPid(next.data)).not.toBe(orphan);
  expect(await kept(next.server)).toEqual(STILL_HERE);
});

test("a killed server is started again on its port with everything that was committed", async () => {
  const { server, data } = await launch(dataFolder());
  await keep(server);
  const killed = recordedPid(data);
  process.kill(killed!, "SIGKILL");
  await expect
    .poll(() => kept(server).catch((error: Error) => error.message), { timeout: 15_000 })
    .toEqual(STILL_HERE);
  expect(recordedPid(data)).not.toBe(killed);
});

test("a second start on one folder is refused and names who holds it", async () => {
  const folder = dataFolder();
  await launch(folder);
  await expect(launch(folder)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining(`pid ${process.pid}`),
  });
});

test("a start with another secret is refused and leaves the server stopped", async () => {
  const folder = dataFolder();
  const first = await launch(folder);
  await first.stop();
  await expect(launch(folder, "quite another secret than before")).rejects.toThrow("CRM_SECRET");
  expect(recordedPid(first.data)).toBeUndefined();
});

test("a creation that was cut short is begun anew", async () => {
  const folder = dataFolder();
  fs.mkdirSync(path.join(folder, "postgres", "creating"), { recursive: true });
  fs.writeFileSync(path.join(folder, "postgres", "creating", "PG_VERSION"), "18");
  const { server } = await launch(folder);
  await keep(server);
});

test("library links that the installation left out are made", () => {
  const root = dataFolder();
  const library = path.join(root, "native", "lib");
  fs.mkdirSync(library, { recursive: true });
  fs.writeFileSync(path.join(library, "libpq.so.5.18"), "the library");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  fs.writeFileSync(path.join(root, "native", "pg-symlinks.json"), JSON.stringify(links));
  linkLibraries(root);
  linkLibraries(root);
  expect(fs.readFileSync(path.join(library, "libpq.so.5"), "utf8")).toBe("the library");
});
