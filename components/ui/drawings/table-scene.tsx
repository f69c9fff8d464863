import { classNames } from "../class-names";

/** The picture of the home page: a table, an open passport with its first stamps, a phone, a cup, an identity card. */
export function TableScene({ className }: { className?: string }) {
  return (
    <svg
      viewBox="4 30 478 346"
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames("drawing h-auto", className ?? "w-full")}
    >
      {/* the window and the sun behind the table */}
      <circle className="honey" cx="356" cy="94" r="56" />
      <path className="sage" d="M60 236c40-66 92-86 148-58 34-44 92-50 130-6 26-14 66-6 92 34v36H60z" />
      <path d="M46 40h388v200M46 40v200" strokeDasharray="1 11" />

      {/* the table */}
      <path className="rose" d="M14 262h464v34H14z" />
      <path d="M8 254h464M8 288h464" />
      <path d="M48 288v84M432 288v84" />

      {/* the cup */}
      <path className="honey" d="M56 196h72v26c0 22-12 34-36 34s-36-12-36-34z" />
      <path className="paper" d="M50 190h72v28c0 24-12 36-36 36s-36-12-36-36z" />
      <path d="M50 208h72M122 200h10a15 15 0 0 1 0 30h-12M72 172c-9-11 9-16 0-28M98 172c-9-11 9-16 0-28" />

      {/* the passport, open */}
      <path
        className="rose"
        d="M178 110c30-16 62-14 88 4 28-18 60-20 90-4v138c-30-12-62-10-90 6-26-16-58-18-88-6z"
      />
      <path className="paper" d="M168 100c30-16 62-14 88 4v142c-26-16-58-18-88-6z" />
      <path className="paper" d="M256 104c28-18 60-20 90-4v140c-30-12-62-10-90 6z" />
      <path d="M256 104v142" strokeDasharray="7 8" />
      <circle className="honey" cx="214" cy="146" r="24" />
      <circle cx="210" cy="142" r="24" strokeDasharray="8 5" />
      <path d="M199 142l8 9 15-18" />
      <path d="M186 190c18-5 36-3 52 4M186 208c14-4 28-3 40 1" />
      <path className="sage" d="M302 122l30 8v24c0 18-10 30-28 38-20-6-32-18-32-36v-26z" />
      <path d="M296 116l30 8v24c0 18-12 30-28 36-18-6-30-18-30-34v-26z" />
      <path d="M286 150l9 9 16-19" />
      <path d="M274 208c18-8 36-10 54-6" strokeDasharray="7 9" />

      {/* the phone, leaning */}
      <path className="sage" d="M386 146l58 14a8 8 0 0 1 6 10l-20 84h-72l20-100a8 8 0 0 1 8-8z" />
      <path className="paper" d="M376 138l58 13a9 9 0 0 1 7 11l-21 92h-76l22-108a9 9 0 0 1 10-8z" />
      <path d="M396 156l16 4" />
      <path className="honey" d="M384 178l40 9-8 36-40-9z" />
      <path d="M380 174l40 9-8 36-40-9zM386 196l9 11 15-12M372 232l22 5" />

      {/* the identity card, lying in front */}
      <path className="rose" d="M140 262h92l14 30h-96z" />
      <path className="paper" d="M132 256h92l16 30h-98z" />
      <path className="honey" d="M150 264h18l4 10h-18z" />
      <path d="M148 263h18l4 10h-18zM186 264h24M190 273h34" />
    </svg>
  );
}
