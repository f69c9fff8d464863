"use client";

import type { DeviceProps } from "../device-props";
import { Elements, Screen } from "../screen";

/** A sheet beside the devices: a reminder or a letter, held by a strip of tape, one corner folded. */
export function Paper({ player, device, tools }: DeviceProps) {
  return (
    <div className="relative pt-3">
      <div
        aria-hidden="true"
        className="absolute top-0 left-1/2 z-1 h-7 w-28 -translate-x-1/2 -rotate-2 border-x-2 border-dashed border-border bg-accent-soft/90"
      />
      <Screen
        player={player}
        device={device}
        tools={tools}
        className="sim-paper grid grid-cols-1 gap-3 p-5 pt-8 pb-9"
      >
        <Elements elements={device.elements} tools={tools} />
      </Screen>
    </div>
  );
}
