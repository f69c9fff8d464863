import { Drawing, type DrawingProps } from "./drawing";

/** A telephone on the table: call somebody. */
export function TelephoneDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="rose" d="M22 50h60l7 36H15z" />
      <path className="honey" d="M14 24c18-16 52-16 70 0v18H66V32H32v10H14z" />
      <path d="M10 20c19-17 53-17 72 0v18H64V28H28v10H10zM28 44h36l6 8 8 32H14l8-32z" />
      <circle className="paper" cx="46" cy="64" r="11" />
      <path d="M46 60v.1M50 64v.1M46 68v.1M42 64v.1" strokeWidth="4" />
    </Drawing>
  );
}
