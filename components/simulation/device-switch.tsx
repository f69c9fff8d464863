"use client";

import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
import { ArrowRightIcon } from "@/components/ui/icons";
import type { ViewDevice } from "@/server/simulation/engine/view";
import { DeviceMark } from "./device-mark";
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
  if (devices.length < 2) return null;
  const isOnlyOne = (kind: ViewDevice["kind"]) => devices.filter((one) => one.kind === kind).length === 1;
  return (
    <fieldset className="mt-5 min-w-0 @min-[44rem]:hidden">
      <legend className="sr-only">{labels.devicesLabel}</legend>
      {lookedAt ? (
        <Button
          id={lookId}
          block
          className="mb-3"
          iconEnd={<ArrowRightIcon />}
          onClick={() => onLook(lookedAt.id)}
        >
          {isOnlyOne(lookedAt.kind)
            ? labels.look[lookedAt.kind]
            : fillIn(labels.lookAt, { device: textOf(lookedAt.key) })}
        </Button>
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,6.2rem),1fr))] gap-2">
        {devices.map((device) => (
          <button
            key={device.id}
            type="button"
            aria-pressed={device.id === shown}
            onClick={() => onShow(device.id)}
            className="flex min-h-14 flex-col items-center justify-center gap-1 @min-[30rem]:flex-row @min-[30rem]:gap-2 rounded-md border-2 border-border bg-raised px-2 py-2 text-sm font-bold leading-tight aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:shadow-[inset_0_-5px_0_var(--color-accent)]"
          >
            <DeviceMark kind={device.kind} />
            <span className="min-w-0">
              {textOf(device.key)}
              {device.notifications.length > 0 && device.id !== shown ? (
                <span className="ml-1 inline-block rounded-full bg-brand px-2 text-brand-ink">
                  {labels.news}
                </span>
              ) : null}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
