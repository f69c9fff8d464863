"use client";

import { Button } from "@/components/ui/button";
import { fillIn } from "@/components/ui/fill-in";
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
            <KindMark kind={device.kind} />
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

const OUTLINES: Record<ViewDevice["kind"], string> = {
  computer: "M3 4.5h18v12H3zM8.5 20h7M12 16.5V20",
  phone: "M7 2.5h10v19H7zM11 18.5h2",
  "bank-reader":
    "M6 2.5h12v16H6zM9 5.5h6v3H9zM9 12h.1M12 12h.1M15 12h.1M9 15h.1M12 15h.1M15 15h.1M8.5 21.5h7",
  "eid-reader": "M7 9.5V2.5h10v7M3.5 9.5h17v8h-17zM12 17.5v4M7 13.5h.1",
  paper: "M5 2.5h9.5l4.5 4.5v14.5H5zM8.5 11h7M8.5 15h7",
};

function KindMark({ kind }: { kind: ViewDevice["kind"] }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-[1.4em] shrink-0"
    >
      <path d={OUTLINES[kind]} />
    </svg>
  );
}
