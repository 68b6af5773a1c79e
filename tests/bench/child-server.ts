import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { fileURLToPath } from "node:url";
import type { ListServerOrder, ListServerReply } from "./list-server.ts";

/** A server in a process of its own, so that asking costs it nothing; `connections` go to it at once. */
export class ChildServer {
  readonly #child: ChildProcess;
  readonly #agent: http.Agent;
  address = "";
  token = "";

  constructor(connections = 1) {
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    const file = new URL(import.meta.url.replace(/child-server\.(\w+)$/, "list-server.$1"));
    // As in production: graphql-js checks each value twice otherwise.
    this.#child = fork(fileURLToPath(file), {
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  }

  async start(order: ListServerOrder): Promise<void> {
    const reply = await this.#ask(order);
    if ("address" in reply) this.address = reply.address;
  }

  async cpu(): Promise<number> {
    const reply = await this.#ask({});
    return "cpu" in reply ? reply.cpu : Number.NaN;
  }

  stop(): void {
    this.#agent.destroy();
    if (this.#child.connected) this.#child.disconnect();
  }

  async #ask(message: object): Promise<ListServerReply> {
    const answered = once(this.#child, "message");
    this.#child.send(message);
    const [reply] = (await answered) as [ListServerReply];
    return reply;
  }

  /** An access token of somebody. */
  async signIn(login: string, password: string): Promise<string> {
    const text = await this.post({
      query: "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }",
      variables: { input: { login, password } },
    });
    const { data } = JSON.parse(text) as { data?: { signIn: { accessToken: string } } };
    if (!data) throw new Error(`a sign-in was refused: ${text}`);
    return data.signIn.accessToken;
  }

  post(body: object): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.address}/graphql`, {
        method: "POST",
        agent: this.#agent,
        headers: {
          "content-type": "application/json",
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        },
      });
      request.on("error", reject).on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString()));
      });
      request.end(JSON.stringify(body));
    });
  }
}
