import { once } from "node:events";
import net from "node:net";

export interface CuttingProxy {
  readonly port: number;
  /** How many bytes of the server each later connection gets before it is cut. */
  limit: number;
  close(): Promise<void>;
}

/** A way to PostgreSQL that breaks in the middle of an answer. */
export async function startCuttingProxy(host: string, port: number): Promise<CuttingProxy> {
  const sockets = new Set<net.Socket>();
  const proxy = { limit: Number.POSITIVE_INFINITY };
  const server = net.createServer((client) => {
    const upstream = net.connect(port, host);
    let left = proxy.limit;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on("data", (bytes) => {
      left -= bytes.length;
      if (left <= 0) client.destroy();
      else if (!client.write(bytes)) {
        upstream.pause();
        client.once("drain", () => upstream.resume());
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as net.AddressInfo;
  return Object.assign(proxy, {
    port: address.port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  });
}
