import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const CACHE = fileURLToPath(new URL("../../../node_modules/.cache/chromium", import.meta.url));
/** The browser, its own fonts, the system libraries it needs and software rendering. */
const ARCHIVES = ["chromium.br", "fonts.tar.br", "al2023.tar.br", "swiftshader.tar.br"];

export interface Launch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/**
 * A Chromium with Chinese fonts from npm packages alone: nothing is installed or downloaded. It is
 * unpacked once; processes that start at the same time race for one rename, and the loser throws
 * its copy away.
 */
export async function chromium(): Promise<Launch> {
  const packageFolder = dirname(dirname(require.resolve("@sparticuz/chromium")));
  const manifest = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  const home = join(CACHE, manifest.version);
  if (!existsSync(home)) await unpack(join(packageFolder, "bin"), home);
  return {
    executablePath: join(home, "chromium"),
    // Our own arguments: the package's defaults switch web security off.
    args: ["--no-sandbox", "--font-render-hinting=none", "--disable-dev-shm-usage"],
    env: {
      ...inherited(),
      FONTCONFIG_PATH: join(home, "fontconfig"),
      FONTCONFIG_FILE: join(home, "fontconfig", "fonts.conf"),
      LD_LIBRARY_PATH: join(home, "al2023", "lib"),
    },
  };
}

async function unpack(archives: string, home: string): Promise<void> {
  const making = `${home}.${process.pid}`;
  await mkdir(join(making, "fontconfig"), { recursive: true });
  await inflateInto(making, archives);
  await writeChineseFonts(join(making, "chinese"));
  await writeFile(join(making, "fontconfig", "fonts.conf"), fontConfiguration(home));
  try {
    await rename(making, home);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** The package unpacks into the system's temporary folder; there is no other way to say where. */
async function inflateInto(folder: string, archives: string): Promise<void> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    for (const archive of ARCHIVES) await inflate(join(archives, archive));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

/** Fontconfig reads no woff2, so the web font becomes a plain one. */
async function writeChineseFonts(folder: string): Promise<void> {
  const { default: woff2 } = await import("wawoff2");
  const source = join(dirname(require.resolve("@fontsource/noto-sans-sc/package.json")), "files");
  await mkdir(folder);
  for (const file of await readdir(source)) {
    if (!/-(400|700)-normal\.woff2$/.test(file)) continue;
    const font = await woff2.decompress(await readFile(join(source, file)));
    await writeFile(join(folder, file.replace("woff2", "ttf")), font);
  }
}

function fontConfiguration(home: string): string {
  const prefer = (family: string) =>
    `<alias><family>${family}</family><prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer></alias>`;
  return [
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>`,
    `<dir>${home}/fonts</dir><dir>${home}/chinese</dir><cachedir>${home}/font-cache</cachedir>`,
    `${prefer("sans-serif")}${prefer("system-ui")}</fontconfig>`,
  ].join("");
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
