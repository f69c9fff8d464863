import { classNames } from "../class-names";
import type { CardPictureId } from "./ids";
import { SHAPES } from "./shapes";

/** One of the twelve symbols of an access card. Beside its word it needs no `title`; alone it does ("soleil"). */
export function CardPicture({
  id,
  title,
  className,
}: {
  id: CardPictureId;
  title?: string;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 96 96"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
      data-picture={id}
      className={classNames("card-picture shrink-0 print-exact", className ?? "size-20")}
    >
      {SHAPES[id]}
    </svg>
  );
}
