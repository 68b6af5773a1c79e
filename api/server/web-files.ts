import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { contentSecurityPolicy } from "./security-headers.ts";

const NONCE = "__CSP_NONCE__";

/** Where the build puts the web application, seen from the sources and from the built server. */
export const builtDashboards = (): string =>
  fileURLToPath(
    new URL(
      import.meta.url.endsWith(".ts") ? "../../dist/dashboards" : "../../dashboards",
      import.meta.url,
    ),
  );

/**
 * Serves the web application: files named by their hash for a year, pre-compressed where the build left a
 * compressed twin, and the page itself for every address that is no file.
 */
export async function registerWebFiles(app: FastifyInstance, directory: string): Promise<void> {
  const index = path.join(directory, "index.html");
  const built = fs.existsSync(index);
  if (built) {
    await app.register(fastifyStatic, {
      root: directory,
      index: false,
      preCompressed: true,
      // The page goes out with a nonce only, never as the file it is; its folder is no file either.
      allowedPath: (file) => file !== "/" && !file.endsWith(".html"),
      setHeaders: (reply, file) => {
        const isHashed = file.includes(`${path.sep}assets${path.sep}`);
        void reply.header(
          "cache-control",
          isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        );
      },
    });
  }
  const page = built ? fs.readFileSync(index, "utf8") : undefined;
  // Without a route of its own the root would count as a folder, which is not served.
  if (page !== undefined) app.get("/", (_request, reply) => sendPage(reply, page));
  app.setNotFoundHandler((request, reply) =>
    page !== undefined && wantsPage(request) ? sendPage(reply, page) : sendMissing(reply),
  );
}

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === "GET" || request.method === "HEAD") &&
  !path.posix.extname(new URL(request.url, "http://localhost").pathname) &&
  (request.headers.accept ?? "*/*").match(/text\/html|\*\/\*/) !== null;

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString("base64");
  return reply
    .code(200)
    .header("content-security-policy", contentSecurityPolicy(nonce))
    .type("text/html; charset=utf-8")
    .send(page.replaceAll(NONCE, nonce));
}

const sendMissing = (reply: FastifyReply): FastifyReply =>
  reply.code(404).send({ errors: [{ message: "Not found", extensions: { code: "NOT_FOUND" } }] });
