import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** Bytes, brotli. `pages.folder` names the folder whose lazy modules are pages. */
export interface Budgets {
  readonly shell: number;
  readonly pages: { readonly budget: number; readonly folder: string };
}

/**
 * Fails the build when the shell, or the shell together with any one page and everything that page
 * may load later, is larger than its budget. Prints what was measured.
 */
export function checkBudgets(budgets: Budgets): Plugin {
  return {
    name: "check-budgets",
    apply: "build",
    generateBundle(_options, bundle) {
      const entry = chunksOf(bundle).find((chunk) => chunk.isEntry);
      if (!entry) return this.error("the build has no entry");
      const weigh = scaleFor(bundle);
      const shell = reach(bundle, [entry], "eager");
      const measured = [{ name: "shell", bytes: weigh(shell), budget: budgets.shell }];
      for (const page of pagesOf(bundle, budgets.pages.folder)) {
        const files = new Set([...shell, ...reach(bundle, [page], "everything")]);
        const bytes = weigh(files);
        measured.push({ name: page.name, bytes, budget: budgets.pages.budget });
      }
      for (const { name, bytes, budget } of measured) {
        const line = `${name}: ${kilobytes(bytes)} of ${kilobytes(budget)} (brotli)`;
        if (bytes > budget) this.error(`over budget, ${line}`);
        this.info(line);
      }
    },
  };
}

function chunksOf(bundle: Bundle): Chunk[] {
  return Object.values(bundle).filter((file) => file.type === "chunk");
}

function pagesOf(bundle: Bundle, folder: string): Chunk[] {
  return chunksOf(bundle).filter(
    (chunk) =>
      chunk.isDynamicEntry &&
      chunk.facadeModuleId?.endsWith(".page.tsx") &&
      chunk.facadeModuleId.includes(folder),
  );
}

/** The files a browser fetches for `roots`: static imports, styles, and with "everything" lazy ones too. */
function reach(
  bundle: Bundle,
  roots: readonly Chunk[],
  depth: "eager" | "everything",
): Set<string> {
  const files = new Set<string>();
  const open = roots.map((chunk) => chunk.fileName);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const file = bundle[name];
    if (files.has(name) || file === undefined) continue;
    files.add(name);
    if (file.type !== "chunk") continue;
    open.push(...file.imports, ...(file.viteMetadata?.importedCss ?? []));
    if (depth === "everything") open.push(...file.dynamicImports);
  }
  return files;
}

/** Weighs files of a bundle, each of them once: the shell is part of every page. */
function scaleFor(bundle: Bundle): (files: ReadonlySet<string>) => number {
  const sizes = new Map<string, number>();
  const sizeOf = (name: string): number => {
    const file = bundle[name];
    const size =
      sizes.get(name) ??
      (file ? compressedSize(file.type === "chunk" ? file.code : file.source) : 0);
    sizes.set(name, size);
    return size;
  };
  return (files) => [...files].reduce((bytes, name) => bytes + sizeOf(name), 0);
}

function compressedSize(content: string | Uint8Array): number {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).byteLength;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
