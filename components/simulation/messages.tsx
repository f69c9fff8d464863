"use client";

import { classNames } from "@/components/ui/class-names";
import { MailIcon, PhoneIcon } from "@/components/ui/icons";
import type { ViewDevice, ViewNotification } from "@/server/simulation/engine/view";
import { SimulationDrawing } from "./drawings";
import type { ScreenTools } from "./screen-element";

const FRAME =
  "sim-arriving flex w-full items-center gap-3 rounded-[20px] border-2 p-3 text-left shadow-lifted";

/** What arrived on a device and waits at the top of its screen; each one is a button. */
export function Messages({ device, tools }: { device: ViewDevice; tools: ScreenTools }) {
  const { labels, onMove, pointed } = tools;
  if (device.notifications.length === 0) return null;
  return (
    <ul aria-label={labels.notifications} className="grid grid-cols-1 gap-3 p-3 pb-1">
      {device.notifications.map((message) => (
        <li key={message.id}>
          <button
            type="button"
            onClick={() => onMove({ type: "press", on: message.on })}
            className={classNames(
              FRAME,
              message.kind === "call"
                ? "min-h-24 border-accent bg-accent text-accent-ink hover:bg-accent-strong"
                : "min-h-16 border-ink bg-info-soft hover:border-accent",
              pointed === message.on && "sim-pointed",
            )}
          >
            <Mark message={message} />
            <span className="min-w-0">
              {message.kind === "app" ? null : (
                <span className="block text-sm font-bold">{labels.kinds[message.kind]}</span>
              )}
              <span className={classNames("block font-bold", message.kind === "call" && "text-xl")}>
                {tools.textOf(`${message.key}.from`)}
              </span>
              <span className="block">{tools.textOf(`${message.key}.text`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Mark({ message }: { message: ViewNotification }) {
  if (message.kind === "app") return <SimulationDrawing name={message.drawing} className="size-10" />;
  if (message.kind === "sms") return <MailIcon className="size-[1.8em]" />;
  return (
    <span className="sim-ringing flex size-14 shrink-0 items-center justify-center rounded-full bg-raised text-accent">
      <PhoneIcon className="size-[1.6em]" />
    </span>
  );
}
