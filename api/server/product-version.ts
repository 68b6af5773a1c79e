import fs from "node:fs";

let known: string | undefined;

/** The version in package.json, found upwards from here: sources and build lie at different depths. */
export function productVersion(): string {
  known ??= readVersion(new URL(".", import.meta.url));
  return known;
}

function readVersion(directory: URL): string {
  const file = new URL("package.json", directory);
  if (fs.existsSync(file)) {
    const { version } = JSON.parse(fs.readFileSync(file, "utf8")) as { version?: string };
    if (version) return version;
  }
  const above = new URL("..", directory);
  return above.href === directory.href ? "unknown" : readVersion(above);
}
