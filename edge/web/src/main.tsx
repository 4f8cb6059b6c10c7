import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./page.css";
import "./session/session.css";
import "./documents/documents.css";
import "./figures/figures.css";
import "./transactions/transactions.css";
import "./chat/chat.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

/** A bug that takes the page down must not leave it blank. */
function sayThatItBroke(error: unknown) {
  console.error(error);
  const said = document.createElement("p");
  said.role = "alert";
  said.className = "waiting";
  said.textContent = "Something went wrong on this page. Your data is safe; load the page again.";
  document.body.append(said);
}

createRoot(root, { onUncaughtError: sayThatItBroke }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
