"use client";

import { classNames } from "@/components/ui/class-names";
import type { ViewElement } from "@/server/simulation/engine/view";
import type { DeviceProps } from "../device-props";
import { Messages } from "../messages";
import { Elements, ReaderState, Ribbon, Screen } from "../screen";

const WRITTEN: readonly ViewElement["kind"][] = [
  "heading",
  "text",
  "list",
  "picture",
  "countdown",
  "sms",
  "call",
];

/**
 * The small hand-held reader of a bank: a grey display, keys, and a slot below. What can be read stands in the display, what
 * can be pressed stands under it; the card slides half in when it is put in.
 */
export function BankReader({ player, device, tools }: DeviceProps) {
  const written = device.elements.filter(({ kind }) => WRITTEN.includes(kind));
  const pressed = device.elements.filter(({ kind }) => !WRITTEN.includes(kind));
  const startsWithCode = pressed[0]?.kind === "code";
  return (
    <div className="mx-auto w-full max-w-[19rem]">
      <div className="relative z-1 rounded-t-[34px] rounded-b-[22px] border-[3px] border-ink bg-sunken p-4 shadow-card">
        <Ribbon labels={tools.labels} className="mb-3 rounded-t-[20px] rounded-b-sm border-2 border-brand" />
        <Messages device={device} tools={tools} />
        <Screen player={player} device={device} tools={tools} className="sim-reader grid grid-cols-1 gap-4">
          <ReaderState device={device} labels={tools.labels} />
          {written.length ? (
            <div className={classNames("sim-lcd", startsWithCode && "sim-lcd-first")}>
              <Elements elements={written} tools={tools} />
            </div>
          ) : null}
          <Elements elements={pressed} tools={tools} />
        </Screen>
        <div aria-hidden="true" className="mx-auto mt-4 h-2 w-[min(7.2rem,92%)] rounded-full bg-ink" />
      </div>
      <BankCard isIn={device.card} />
    </div>
  );
}

function BankCard({ isIn }: { isIn: boolean | null }) {
  if (isIn === null) return null;
  return (
    <div
      aria-hidden="true"
      className={classNames("sim-slot -mt-[11px] overflow-hidden", isIn ? "h-[4.6rem]" : "h-[10.6rem]")}
    >
      <svg
        viewBox="0 0 74 112"
        aria-hidden="true"
        focusable="false"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
        className={classNames(
          "drawing sim-card mx-auto h-[9.6rem] print-exact",
          isIn ? "sim-card-up" : "sim-card-below",
        )}
      >
        <rect x="2" y="2" width="70" height="108" rx="6" className="honey" />
        <rect x="2" y="2" width="70" height="108" rx="6" />
        <rect x="28" y="9" width="18" height="22" rx="3" className="paper" />
        <path d="M28 17h6v6h-6M46 17h-6v6h6M37 9v5M37 26v5" />
        <path d="M52 42v36M52 84v12M44 42v24" strokeWidth="2.4" />
        <path d="M10 2v108h11V2z" fill="currentColor" stroke="none" />
      </svg>
    </div>
  );
}
