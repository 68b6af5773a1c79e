import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Browsers and clients open connections ahead of need. Node closes idle ones when a server stops, but waits a minute
 * for those on which nothing was ever asked; the returned function ends these.
 */
export function watchSilentConnections(server: Server): () => void {
  const silent = new Set<Socket>();
  const speaks = ({ socket }: IncomingMessage): void => {
    silent.delete(socket);
  };
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", speaks);
  server.on("upgrade", speaks);
  return () => {
    for (const socket of silent) socket.destroy();
  };
}
