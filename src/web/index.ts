import "./style/font.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/print.css";
import { createElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Root } from "./Root.tsx";

/** The browser's way in: the page that the server sends loads this and nothing else by name. */
const place = document.getElementById("skillnad");
if (!place) throw new Error("the document has no place for the program");
createRoot(place).render(createElement(StrictMode, null, createElement(Root)));

export type { Block, HandbookPage, Inline } from "./routes/handbook/handbook-tree.ts";
