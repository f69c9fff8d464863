import { Drawing, type DrawingProps } from "./drawing";

/** A sailing boat: setting off. */
export function BoatDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="rose" d="M51 16v46h32z" />
      <path className="honey" d="M44 26v36H24z" />
      <path d="M47 8v56M47 12l32 46H47M40 22v36H16z" />
      <path className="sage" d="M15 70h74l-9 16H26z" />
      <path d="M10 64h74l-10 18H22zM6 88c6-5 10-5 16 0s10 5 16 0 10-5 16 0 10 5 16 0 10-5 16 0" />
    </Drawing>
  );
}
