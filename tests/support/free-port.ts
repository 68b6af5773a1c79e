export { freePort } from "../../schema/postgres/free-port.ts";
