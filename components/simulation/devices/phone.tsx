"use client";

import type { DeviceProps } from "../device-props";
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

/** Waves and battery: they say "telephone" to the eye and nothing to anybody else. No clock: the story tells the time. */
function StatusLine() {
  return (
    <div
      aria-hidden="true"
      className="flex items-center justify-between border-b border-border-soft px-5 py-1.5 text-sm text-ink-soft"
    >
      <Signs d="M2 17v-3M8 17v-6M14 17V8M20 17V4M30 9a9 9 0 0 1 13 0M33.5 13a4.5 4.5 0 0 1 6 0M36.5 16.7v.1" />
      <Signs d="M20 5h18v11H20zM41.5 9v3M24 8.7h8v3.6h-8z" />
    </div>
  );
}

function Signs({ d }: { d: string }) {
  return (
    <svg
      viewBox="0 0 46 20"
      aria-hidden="true"
      focusable="false"
      className="h-[1em] w-[2.3em]"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={d} />
    </svg>
  );
}
