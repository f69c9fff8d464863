"use client";

import { Button } from "@/components/ui/button";
import { ArrowRightIcon } from "@/components/ui/icons";
import type { ViewDevice } from "@/server/simulation/engine/view";
import type { SimulationLabels } from "./labels";

/** On a narrow screen: which device is shown, and a clear call when something happens on another one. */
export function DeviceSwitch({
  devices,
  shown,
  lookedAt,
  lookId,
  textOf,
  labels,
  onShow,
  onLook,
}: {
  devices: readonly ViewDevice[];
  shown: string;
  /** The device to look at, when it is not the one shown. */
  lookedAt: ViewDevice | undefined;
  lookId: string;
  textOf: (key: string) => string;
  labels: SimulationLabels;
  onShow: (device: string) => void;
  onLook: (device: string) => void;
}) {
  return (
    <fieldset className="mt-5 @min-[44rem]:hidden">
      <legend className="sr-only">{labels.devicesLabel}</legend>
      {lookedAt ? (
        <Button
          id={lookId}
          block
          className="mb-3"
          iconEnd={<ArrowRightIcon />}
          onClick={() => onLook(lookedAt.id)}
        >
          {labels.look[lookedAt.kind]}
        </Button>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {devices.map((device) => (
          <button
            key={device.id}
            type="button"
            aria-pressed={device.id === shown}
            onClick={() => onShow(device.id)}
            className="min-h-12 flex-auto rounded-md border-2 border-border bg-raised px-2 py-2 font-bold aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            {textOf(device.key)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
