import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Our own symbols, one size of line. Always beside a word, so always hidden from screen readers. */
export type IconProps = { className?: string };

function Icon({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames(
        "inline-block shrink-0",
        className?.includes("size-") ? null : "size-[1.15em]",
        className,
      )}
    >
      {children}
    </svg>
  );
}

/** Makes a symbol from the outline of its lines. */
function drawn(path: string) {
  return function DrawnIcon({ className }: IconProps) {
    return (
      <Icon className={className}>
        <path d={path} />
      </Icon>
    );
  };
}

export const ArrowRightIcon = /* @__PURE__ */ drawn("M4 12h15M13 6l6 6-6 6");
export const ArrowLeftIcon = /* @__PURE__ */ drawn("M20 12H5M11 6l-6 6 6 6");
export const ArrowUpIcon = /* @__PURE__ */ drawn("M12 20V5M6 11l6-6 6 6");
export const ArrowDownIcon = /* @__PURE__ */ drawn("M12 4v15M6 13l6 6 6-6");
export const ChevronRightIcon = /* @__PURE__ */ drawn("M9 5l7 7-7 7");
export const ChevronDownIcon = /* @__PURE__ */ drawn("M5 9l7 7 7-7");
export const CheckIcon = /* @__PURE__ */ drawn("M4.5 12.5l5 5L19.5 7");
export const CheckCircleIcon = /* @__PURE__ */ drawn("M21 12a9 9 0 1 1-4-7.5M8 12l3.5 3.5L20 6.5");
export const CloseIcon = /* @__PURE__ */ drawn("M6 6l12 12M18 6L6 18");
export const PlusIcon = /* @__PURE__ */ drawn("M12 5v14M5 12h14");
export const SearchIcon = /* @__PURE__ */ drawn(
  "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
);
export const InfoIcon = /* @__PURE__ */ drawn("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.4v.2");
export const WarningIcon = /* @__PURE__ */ drawn("M12 3.8L2.8 20h18.4L12 3.8zM12 10v4.5M12 17.2v.2");
export const LightbulbIcon = /* @__PURE__ */ drawn(
  "M9 17.5c0-2-3-3.4-3-7.3a6 6 0 0 1 12 0c0 3.9-3 5.3-3 7.3zM9.5 21h5",
);
export const ClockIcon = /* @__PURE__ */ drawn("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.3l3.5 2");
export const PauseIcon = /* @__PURE__ */ drawn("M8.5 5.5v13M15.5 5.5v13");
export const PlayIcon = /* @__PURE__ */ drawn("M7.5 5v14l11.5-7z");
export const StopIcon = /* @__PURE__ */ drawn("M6.5 6.5h11v11h-11z");
export const SpeakerIcon = /* @__PURE__ */ drawn(
  "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.3a8 8 0 0 1 0 11.4",
);
export const PrinterIcon = /* @__PURE__ */ drawn(
  "M7 9V3.8h10V9M7 17.5H4V9.5h16v8h-3M7 14.5h10v5.7H7zM16.8 12h.2",
);
export const PhoneIcon = /* @__PURE__ */ drawn(
  "M5 3.8h3.7l1.6 4.4-2.1 1.5a12 12 0 0 0 6.1 6.1l1.5-2.1 4.4 1.6V19a1.8 1.8 0 0 1-2 1.8A16.3 16.3 0 0 1 3.2 5.8 1.8 1.8 0 0 1 5 3.8z",
);
export const UserIcon = /* @__PURE__ */ drawn(
  "M12 12a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4zM4 20.5c.8-4 4-6 8-6s7.2 2 8 6",
);
export const TextSizeIcon = /* @__PURE__ */ drawn(
  "M2.5 19L7.8 6h.4l5.3 13M4.5 14.5h7M15 19l3-7.5h.4L21.5 19M16 16.5h4.4",
);
export const DownloadIcon = /* @__PURE__ */ drawn("M12 3.5v12M7 10.5l5 5 5-5M4 20.5h16");
export const HomeIcon = /* @__PURE__ */ drawn("M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20");
export const BookIcon = /* @__PURE__ */ drawn(
  "M12 6.5C9 4.5 6 4.2 3.5 4.8v13.7c2.5-.6 5.5-.3 8.5 1.7 3-2 6-2.3 8.5-1.7V4.8C18 4.2 15 4.5 12 6.5zM12 6.5v13.7",
);
export const PassportIcon = /* @__PURE__ */ drawn(
  "M6 3.5h12v17H6zM12 13.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM9.5 17h5",
);
export const MailIcon = /* @__PURE__ */ drawn("M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5");
export const LockIcon = /* @__PURE__ */ drawn("M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v2");
export const UndoIcon = /* @__PURE__ */ drawn("M8.5 4.5L4 9l4.5 4.5M4.5 9H14a5.5 5.5 0 0 1 0 11H9");
export const RestartIcon = /* @__PURE__ */ drawn("M19.5 12a7.5 7.5 0 1 1-2.4-5.5M17.5 2.5v4.3h-4.3");
export const LostIcon = /* @__PURE__ */ drawn(
  "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM10.2 8.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.7-.9 1.4M12 14v.1",
);
