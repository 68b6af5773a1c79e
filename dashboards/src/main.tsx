import "./app/app.css";
import "./lib/history-steps.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { fetchPage } from "./app/navigation.ts";
import { nonceEveryStyle, pageNonce } from "./app/nonce.ts";
import { startTexts } from "./i18n/i18n.ts";
import { forgetAnswersOfOthers } from "./session/forget-answers.ts";
import { resumeSession } from "./session/session.ts";
import { apply } from "./theme/appearance.ts";

const nonce = pageNonce();
if (nonce) nonceEveryStyle(nonce);
apply();
await startTexts();
forgetAnswersOfOthers();
void resumeSession(() => fetchPage(location.pathname));

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root element");
createRoot(root).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
