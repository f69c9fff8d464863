import { Drawing, type DrawingProps } from "./drawing";

/** A certificate with its seal. */
export function CertificateDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path className="sage" d="M15 18h74v52H15z" />
      <path d="M55 65H10V13h74v52h-4M23 28h38M23 39h48M23 50h22" />
      <path className="rose" d="M61 72l-4 20 12-6 11 6-4-20z" />
      <path d="M60 70l-4 20 11-6 11 6-4-20" />
      <circle className="honey" cx="69" cy="64" r="13" />
      <circle cx="67" cy="61" r="13" />
    </Drawing>
  );
}
