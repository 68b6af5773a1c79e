import http from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export const OIDC_CLIENT = { id: "crm", secret: "a secret of the client and the provider" };

/** What the provider says of somebody; may change while it runs. */
export interface Person {
  email?: string;
  email_verified?: boolean;
  name?: string;
  preferred_username?: string;
}

/** A real OpenID provider on the loopback, which believes whoever says who they are. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly people: Record<string, Person>;
  close(): Promise<void>;
}

export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people: Record<string, Person> = {};
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [callback],
      },
    ],
    cookies: { keys: ["a key for the cookies of the test"] },
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name", "preferred_username"],
    },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, ...people[id] }),
    }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return {
    issuer,
    people,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Cookies by name; enough for one browser that visits two sites of different names. */
export class Browser {
  readonly cookies = new Map<string, string>();

  async visit(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** From the start of the product as far as the address to which the provider sends the browser back. */
  async askProvider(product: string, person: string): Promise<string> {
    let at = `${product}/auth/oidc/start`;
    let form: Record<string, string> | undefined;
    for (let step = 0; step < 20; step++) {
      const response = await this.visit(at, form);
      form = undefined;
      const next = response.headers.get("location");
      if (next?.includes("/auth/oidc/callback")) return next;
      if (next) {
        at = new URL(next, at).href;
        continue;
      }
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`no form at ${at}: ${response.status} ${page.slice(0, 500)}`);
      form = { prompt, login: person, password: "any" };
    }
    throw new Error("the provider sends the browser in circles");
  }
}
