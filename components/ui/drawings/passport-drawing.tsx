import { Drawing, type DrawingProps } from "./drawing";

/** The passport of competences. */
export function PassportDrawing(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <rect className="rose" x="23" y="12" width="58" height="78" rx="7" />
      <rect x="18" y="7" width="58" height="78" rx="7" />
      <path d="M27 7v78" strokeDasharray="4 5" />
      <circle className="honey" cx="54" cy="40" r="15" />
      <circle cx="52" cy="37" r="15" />
      <path d="M45 37l5 5 9-10M38 64h28M44 73h16" />
    </Drawing>
  );
}
