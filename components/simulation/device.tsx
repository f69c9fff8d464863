"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { fillIn } from "@/components/ui/fill-in";
import { MailIcon, PhoneIcon } from "@/components/ui/icons";
import type { ViewDevice } from "@/server/simulation/engine/view";
import { SimulationDrawing } from "./drawings";
import { ScreenElement, type ScreenTools } from "./screen-element";

/** The id of the place that takes the focus when a device shows something new. */
export function screenId(player: string, device: string): string {
  return `${player}-${device}`;
}

const FRAMES: Record<ViewDevice["kind"], string> = {
  computer: "rounded-lg border-[6px] border-ink bg-raised",
  phone: "mx-auto w-full max-w-[24rem] rounded-[34px] border-[10px] border-ink bg-raised",
  "bank-reader": "mx-auto w-full max-w-[20rem] rounded-lg border-[10px] border-ink-soft bg-raised",
  "eid-reader": "mx-auto w-full max-w-[20rem] rounded-lg border-[10px] border-ink-soft bg-raised",
  paper: "stitched rounded-sm bg-tip-soft",
};

/** One device as a landmark: its name, its frame, the messages that arrived, and its screen. */
export function Device({
  player,
  device,
  tools,
  isLookedAt,
  isShown,
  isAside,
  below,
}: {
  player: string;
  device: ViewDevice;
  tools: ScreenTools;
  isLookedAt: boolean;
  /** On a narrow screen only the shown device is there. */
  isShown: boolean;
  /** Stands in the second column, beside the others. */
  isAside: boolean;
  /** What the exercise itself says about this device: advice, not part of the device. */
  below: ReactNode;
}) {
  const { textOf, labels } = tools;
  const id = screenId(player, device.id);
  return (
    <section
      aria-labelledby={`${id}-name`}
      data-device={device.kind}
      className={classNames(
        "min-w-0",
        !isShown && "@max-[44rem]:hidden",
        isAside && "@min-[44rem]:col-start-2 @min-[44rem]:row-span-3 @min-[44rem]:row-start-1",
      )}
    >
      <h3 id={`${id}-name`} className="mb-2 flex flex-wrap items-center gap-x-3 text-lg font-bold">
        {textOf(device.key)}
        {isLookedAt ? (
          <span className="rounded-full bg-brand px-3 py-1 text-sm text-brand-ink @max-[44rem]:hidden">
            {labels.lookHere}
          </span>
        ) : null}
      </h3>
      <div className={classNames(FRAMES[device.kind], isLookedAt && "sim-looked-at")}>
        <DeviceTop kind={device.kind} ribbon={labels.ribbonShort} />
        <Messages device={device} tools={tools} />
        <article
          id={id}
          key={device.screen}
          tabIndex={-1}
          aria-label={fillIn(labels.now, { device: textOf(device.key), screen: textOf(device.screenKey) })}
          className={classNames(
            "grid grid-cols-1 gap-4 p-4 sm:p-5",
            device.kind === "phone" && "min-h-[26rem] content-start",
            device.kind === "computer" && "min-h-[22rem] content-start",
          )}
        >
          {device.elements.map((element) => (
            <ScreenElement key={element.on} element={element} tools={tools} />
          ))}
        </article>
        {device.kind === "phone" ? (
          <div aria-hidden="true" className="mx-auto mb-3 h-1.5 w-28 rounded-full bg-border" />
        ) : null}
      </div>
      {device.kind === "computer" ? (
        <div
          aria-hidden="true"
          className="mx-auto h-5 w-24 bg-ink [clip-path:polygon(20%_0,80%_0,100%_100%,0_100%)]"
        />
      ) : null}
      {below}
    </section>
  );
}

/** The edge that says, on every device, that it is an exercise. */
function DeviceTop({ kind, ribbon }: { kind: ViewDevice["kind"]; ribbon: string }) {
  if (kind === "paper") return null;
  return (
    <p
      data-no-read
      className={classNames(
        "sim-ribbon flex min-h-9 items-center justify-center px-4 text-sm font-bold",
        kind === "phone" && "rounded-t-[24px]",
      )}
    >
      {ribbon}
    </p>
  );
}

function Messages({ device, tools }: { device: ViewDevice; tools: ScreenTools }) {
  const { textOf, labels, onMove, pointed } = tools;
  if (device.notifications.length === 0) return null;
  return (
    <ul aria-label={labels.notifications} className="grid grid-cols-1 gap-3 p-3">
      {device.notifications.map((message) => (
        <li key={message.id}>
          <button
            type="button"
            onClick={() => onMove({ type: "press", on: message.on })}
            className={classNames(
              "sim-arriving flex min-h-16 w-full items-center gap-3 rounded-md border-2 border-ink bg-info-soft p-3 text-left shadow-lifted hover:border-accent",
              pointed === message.on && "sim-pointed",
            )}
          >
            {message.kind === "app" ? (
              <SimulationDrawing name="app-key" className="size-10" />
            ) : message.kind === "sms" ? (
              <MailIcon className="size-[1.8em] shrink-0" />
            ) : (
              <PhoneIcon className="size-[1.8em] shrink-0" />
            )}
            <span className="min-w-0">
              <span className="block font-bold">{textOf(`${message.key}.from`)}</span>
              <span className="block">{textOf(`${message.key}.text`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
