import type { PartProps } from "./part-props.ts";

/** Of a county's round alone: whether it sees how the month goes. The municipality decides, and no is the start. */
export function TellsReceiver({ form, edit }: Pick<PartProps, "form" | "edit">) {
  if (form.round === null) return null;
  return (
    <>
      <label className="switch">
        <input
          type="checkbox"
          checked={form.tellsReceiver}
          onChange={({ target }) => edit({ tellsReceiver: target.checked })}
        />
        Länet får se ungefär hur många möten ni noterar medan fokusmånaden pågår
      </label>
      <p className="soft">
        Hela tiotal för kommunen, och hur många av enheterna som har kommit igång. Aldrig en enhet,
        eller vad någon har svarat. Det förutsätter att länet tar emot över nätet.
      </p>
    </>
  );
}
