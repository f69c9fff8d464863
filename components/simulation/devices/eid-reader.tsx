"use client";

import { classNames } from "@/components/ui/class-names";
import type { DeviceProps } from "../device-props";
import { Messages } from "../messages";
import { Elements, Lamp, ReaderState, Ribbon, Screen } from "../screen";

/** The box beside a computer that reads an identity card: the card slides in from above, a light says that it is read. */
export function EidReader({ player, device, tools }: DeviceProps) {
  return (
    <div className="mx-auto w-full max-w-[21rem]">
      <IdentityCard isIn={device.card} />
      <div className="relative z-1 rounded-t-md rounded-b-[26px] border-[3px] border-ink bg-sunken p-4 shadow-card">
        <div aria-hidden="true" className="mx-auto mb-3 h-2 w-[84%] rounded-full bg-ink" />
        <div className="mb-3 flex items-center gap-3">
          <Ribbon labels={tools.labels} className="flex-1 rounded-sm border-2 border-brand" />
          {device.light === null ? null : (
            <span className="text-2xl leading-none">
              <Lamp isOn={device.light} />
            </span>
          )}
        </div>
        <Messages device={device} tools={tools} />
        <Screen player={player} device={device} tools={tools} className="grid grid-cols-1 gap-4">
          <ReaderState device={device} labels={tools.labels} />
          <Elements elements={device.elements} tools={tools} />
        </Screen>
      </div>
      <Cable />
    </div>
  );
}

function IdentityCard({ isIn }: { isIn: boolean | null }) {
  if (isIn === null) return null;
  return (
    <div aria-hidden="true" className="-mb-[3px] h-[8.6rem] overflow-hidden">
      <svg
        viewBox="0 0 170 110"
        aria-hidden="true"
        focusable="false"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={classNames(
          "drawing sim-card mx-auto h-[7.8rem] print-exact",
          isIn ? "sim-card-down" : "sim-card-above",
        )}
      >
        <rect x="2" y="2" width="166" height="106" rx="9" className="sage" />
        <rect x="2" y="2" width="166" height="106" rx="9" />
        <path d="M14 18h38v46H14z" className="paper" />
        <path d="M33 28a8 8 0 1 0 .1 0zM20 60c0-16 26-16 26 0M64 22h88M64 36h66M64 50h78" />
        <path d="M72 76h26v24H72zM72 88h26M85 76v24" className="honey" stroke="currentColor" />
        <path d="M72 76h26v24H72zM72 88h26M85 76v24" />
      </svg>
    </div>
  );
}

function Cable() {
  return (
    <svg
      viewBox="0 0 200 54"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="drawing mx-auto -mt-[2px] h-14"
    >
      <path d="M100 2v10c0 26-64 6-64 22" />
      <path className="paper" d="M26 34h20v10H26zM29 44h14v8H29z" />
      <path d="M26 34h20v10H26zM29 44h14v8H29z" />
    </svg>
  );
}
