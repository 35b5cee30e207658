import { RouterProvider } from "react-router/dom";
import { router } from "./router.ts";
import { Ended } from "./session/Ended.tsx";
import { useEnded } from "./session/ended.ts";
import { StepUp } from "./session/StepUp.tsx";

/** Every page; beside them the question who she is; and nothing of it all when the session was ended. */
export function Root() {
  if (useEnded()) return <Ended />;
  return (
    <>
      <RouterProvider router={router} />
      <StepUp />
    </>
  );
}
