"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Place } from "./arrange";
import type { DeviceProps } from "./device-props";
import { BankReader } from "./devices/bank-reader";
import { Computer } from "./devices/computer";
import { EidReader } from "./devices/eid-reader";
import { Paper } from "./devices/paper";
import { Phone } from "./devices/phone";
import { screenId } from "./screen";

const DRAWN = {
  computer: Computer,
  phone: Phone,
  "bank-reader": BankReader,
  "eid-reader": EidReader,
  paper: Paper,
} as const;

/** One device as a landmark: its name, the thing itself, and what the exercise says about it. */
export function Device({
  player,
  device,
  tools,
  place,
  isLookedAt,
  isShown,
  below,
}: DeviceProps & {
  place: Place;
  isLookedAt: boolean;
  /** On a narrow screen only the shown device is there. */
  isShown: boolean;
  /** What the exercise itself says about this device: advice, not part of the device. */
  below: ReactNode;
}) {
  const { textOf, labels } = tools;
  const id = screenId(player, device.id);
  const Drawn = DRAWN[device.kind];
  return (
    <section
      id={`${id}-device`}
      aria-labelledby={`${id}-name`}
      data-device={device.kind}
      data-place={place}
      className={classNames("min-w-0", !isShown && "@max-[44rem]:hidden")}
    >
      <h3 id={`${id}-name`} className="mb-4 flex min-h-9 flex-wrap items-center gap-x-3 text-lg font-bold">
        {textOf(device.key)}
        {isLookedAt ? (
          <span className="rounded-full bg-brand px-3 py-1 text-sm text-brand-ink @max-[44rem]:hidden">
            {labels.lookHere}
          </span>
        ) : null}
      </h3>
      <div className={isLookedAt ? "sim-looked-at" : undefined}>
        <Drawn player={player} device={device} tools={tools} />
      </div>
      {below}
    </section>
  );
}
