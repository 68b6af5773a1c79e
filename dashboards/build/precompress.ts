import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

/** Not HTML: the server writes a nonce into it, so a compressed copy could never be sent. */
const WORTH_COMPRESSING = /\.(js|css|svg|json)$/;
const SMALLEST = 1024;

/** Writes `<file>.br` and `<file>.gz` beside every built text file, so that the server never compresses. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    async writeBundle(options) {
      if (!options.dir) return;
      const entries = await readdir(options.dir, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        if (entry.isFile() && WORTH_COMPRESSING.test(entry.name)) {
          await compressBeside(join(entry.parentPath, entry.name));
        }
      }
    },
  };
}

async function compressBeside(file: string): Promise<void> {
  if ((await stat(file)).size < SMALLEST) return;
  const content = await readFile(file);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
