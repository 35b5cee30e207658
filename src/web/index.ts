import "./style/font.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/print.css";
import { createElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { router } from "./router.ts";

/** The browser's way in: the page that the server sends loads this and nothing else by name. */
const place = document.getElementById("skillnad");
if (!place) throw new Error("the document has no place for the program");
createRoot(place).render(
  createElement(StrictMode, null, createElement(RouterProvider, { router })),
);
