/** The smallest page that React can draw: built, never run. What any page of ours weighs at least. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";

createRoot(document.body).render(createElement("p", null, "Hej"));
