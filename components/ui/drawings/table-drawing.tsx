import { Drawing, type DrawingProps } from "./drawing";

/** People around a table: a group. */
export function TableDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="honey" d="M14 58h76v12H14z" />
      <path d="M9 54h76v11H9zM18 65v22M76 65v22" />
      <circle className="sage" cx="29" cy="24" r="9" />
      <circle className="rose" cx="71" cy="24" r="9" />
      <circle cx="27" cy="21" r="9" />
      <circle cx="68" cy="21" r="9" />
      <path d="M13 54c0-12 5-18 14-18s14 6 14 18M54 54c0-12 5-18 14-18s14 6 14 18" />
    </Drawing>
  );
}
