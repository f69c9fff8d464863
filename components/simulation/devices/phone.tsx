"use client";

import type { DeviceProps } from "../device";
import { Messages } from "../messages";
import { Elements, Ribbon, Screen } from "../screen";

/** A telephone: status line, messages that slide in from the top, the app, and the line at the bottom. */
export function Phone({ player, device, tools }: DeviceProps) {
  return (
    <div className="mx-auto w-full max-w-[24rem] rounded-[36px] border-[10px] border-ink bg-raised">
      <Ribbon labels={tools.labels} className="rounded-t-[26px]" />
      <StatusLine />
      <Messages device={device} tools={tools} />
      <Screen
        player={player}
        device={device}
        tools={tools}
        className="grid min-h-[24rem] grid-cols-1 content-start gap-4 p-4 pt-3"
      >
        <Elements elements={device.elements} tools={tools} />
      </Screen>
      <div aria-hidden="true" className="mx-auto mb-3 h-1.5 w-28 rounded-full bg-border" />
    </div>
  );
}

/** Clock, waves and battery: they say "telephone" to the eye and nothing to anybody else. */
function StatusLine() {
  return (
    <div
      aria-hidden="true"
      className="flex items-center justify-between border-b border-border-soft px-5 py-1 text-sm font-bold tabular-nums text-ink-soft"
    >
      <span>10:30</span>
      <svg
        viewBox="0 0 66 20"
        aria-hidden="true"
        focusable="false"
        className="h-[0.9em] w-[3em]"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
      >
        <path d="M2 17v-3M7 17v-6M12 17V8M17 17V4" strokeLinecap="round" strokeWidth="3" />
        <path d="M26 9a9 9 0 0 1 13 0M29.5 13a4.5 4.5 0 0 1 6 0M32.5 16.7v.1" strokeLinecap="round" />
        <path d="M46 5h15v11H46zM64 9v3" strokeLinejoin="round" strokeLinecap="round" />
        <path d="M48.5 7.5h8v6h-8z" fill="currentColor" stroke="none" />
      </svg>
    </div>
  );
}
