import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { checkBudgets } from "./build/check-budgets.ts";
import { precompress } from "./build/precompress.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: here,
  plugins: [
    react(),
    checkBudgets({
      shell: 280_000,
      pages: { budget: 450_000, folder: "src/pages/" },
    }),
    precompress(),
  ],
  // The API process puts a fresh nonce in the place of this text in every HTML answer.
  html: { cspNonce: "__CSP_NONCE__" },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000" } },
  build: {
    outDir: fileURLToPath(new URL("../dist/dashboards", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    // An inlined asset would be a data: address, which the content policy refuses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1024,
  },
});
