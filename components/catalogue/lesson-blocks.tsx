import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/db/enums";
import type { ShownBlock, Span } from "@/server/catalogue/schema";
import { writtenDate } from "@/server/kernel/calendar";

/** A line of a lesson: plain words, strong words, and words of the glossary that lead to their meaning below. */
export function Spans({ spans, linkTerms = true }: { spans: readonly Span[]; linkTerms?: boolean }) {
  return spans.map((part, index) => {
    const key = `${index}-${part.text}`;
    if (part.strong) return <strong key={key}>{part.text}</strong>;
    if (part.term && linkTerms) {
      return (
        <a key={key} href={`#word-${part.term}`} className="glossary-link">
          {part.text}
        </a>
      );
    }
    return <span key={key}>{part.text}</span>;
  });
}

/** The blocks of one step, in order. */
export async function LessonBlocks({
  blocks,
  locale,
  linkTerms,
}: {
  blocks: readonly ShownBlock[];
  locale: Locale;
  linkTerms?: boolean;
}) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "learning.lesson" }),
    getTranslations({ locale, namespace: "common.noticeTitles" }),
  ]);
  return (
    <div className="grid gap-5 text-lg">
      {blocks.map((block, index) => {
        const key = `${index}-${block.kind}`;
        if (block.kind === "list" || block.kind === "numbered") {
          const List = block.kind === "list" ? "ul" : "ol";
          return (
            <List
              key={key}
              className={`measure grid gap-3 pl-8 ${block.kind === "list" ? "list-disc" : "list-decimal"}`}
            >
              {block.items.map((item) => (
                <li key={item.map((part) => part.text).join("")} className="pl-2">
                  <Spans spans={item} linkTerms={linkTerms} />
                </li>
              ))}
            </List>
          );
        }
        const line = <Spans spans={block.spans} linkTerms={linkTerms} />;
        if (block.kind === "tip" || block.kind === "warning") {
          return (
            <Notice key={key} tone={block.kind} title={common(block.kind)}>
              <p>{line}</p>
            </Notice>
          );
        }
        if (block.kind === "fact") {
          const date = writtenDate(locale, new Date(block.verifiedOn), "day");
          return (
            <div key={key} className="measure">
              <p>{line}</p>
              <p className="mt-1 text-base text-ink-soft">
                {t("verifiedOn", { date })}. {t("mayHaveChanged")}
              </p>
            </div>
          );
        }
        return (
          <p key={key} className="measure">
            {line}
          </p>
        );
      })}
    </div>
  );
}
