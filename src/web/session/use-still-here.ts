import { useEffect } from "react";
import { request } from "../api/request.ts";

/** Seconds between two looks. */
const every = 60;

/**
 * Asks now and then whether the session is still there, so that a page nobody touches is emptied too
 * when somebody has ended it. It keeps nobody signed in, and one that has grown too old stays as it is:
 * what she has typed waits for her.
 */
export function useStillHere(): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== "visible") return;
      void request("GET", "/api/session", { isBackground: true });
    };
    const timer = setInterval(look, every * 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
}
