import { CardPicture } from "@/components/ui/card-pictures/card-picture";
import type { EuFundingProps } from "@/components/ui/eu-funding";
import { PrintSheet } from "@/components/ui/print-sheet";
import type { Locale } from "@/db/enums";
import type { PrintableCard } from "@/server/identity/access-cards/schema";
import type { AccessCardTexts } from "./access-card-texts";

const CARDS_ON_A_SHEET = 8;

/**
 * Cards to print and cut, eight on an A4 sheet, each in the language of its owner. The first name is the only thing on
 * it that says whose it is. Nothing depends on colour.
 *
 * @param cards as `identity.issueAccessCards` answered them: the only time they can be seen
 * @param site the address people type, as in the same answer
 * @param texts per language of the cards (`getAccessCardTexts`)
 */
export function AccessCardSheet({
  cards,
  site,
  texts,
  funding,
}: {
  cards: readonly PrintableCard[];
  site: string;
  texts: Record<Locale, AccessCardTexts>;
  funding: EuFundingProps;
}) {
  const sheets = Array.from({ length: Math.ceil(cards.length / CARDS_ON_A_SHEET) }, (_, index) =>
    cards.slice(index * CARDS_ON_A_SHEET, (index + 1) * CARDS_ON_A_SHEET),
  );
  return (
    <div className="grid gap-8 print:block">
      {sheets.map((sheet) => (
        <PrintSheet key={sheet[0]?.personId} funding={funding}>
          <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] border-l-2 border-t-2 border-dashed border-border print:grid-cols-2">
            {sheet.map((card) => (
              <AccessCard key={card.personId} card={card} site={site} texts={texts[card.locale]} />
            ))}
          </ul>
        </PrintSheet>
      ))}
    </div>
  );
}

function AccessCard({ card, site, texts }: { card: PrintableCard; site: string; texts: AccessCardTexts }) {
  return (
    <li
      lang={card.locale}
      className="avoid-break flex min-w-0 flex-wrap gap-x-4 gap-y-2 border-b-2 border-r-2 border-dashed border-border p-4 print:h-[55mm] print:flex-nowrap print:gap-x-[3mm] print:p-[3mm]"
    >
      <div className="w-36 shrink-0 print:w-[29mm]">
        <svg
          viewBox={`0 0 ${card.qr.size} ${card.qr.size}`}
          role="img"
          aria-label={texts.qr.replace("{name}", card.firstName)}
          shapeRendering="crispEdges"
          className="block h-auto w-full forced-color-adjust-none print-exact"
        >
          <rect width={card.qr.size} height={card.qr.size} fill="#ffffff" />
          <path d={card.qr.path} fill="#000000" />
        </svg>
        <p className="mt-1 text-center text-sm leading-tight print:text-[8pt]">
          {texts.scan} <strong className="block break-words">{site}</strong>
        </p>
      </div>
      <div className="flex min-w-0 flex-[1_1_9rem] flex-col gap-2 print:gap-[1.5mm]">
        <p className="break-words text-2xl font-extrabold leading-tight print:text-[18pt]">
          {card.firstName}
        </p>
        <div>
          <p className="text-sm leading-tight print:text-[8pt]">{texts.picturesTitle}</p>
          <ol className="mt-1 grid grid-cols-3 gap-2 print:gap-[1.5mm]">
            {card.pictures.map((id, index) => (
              <li key={id} className="flex min-w-0 flex-col items-center text-center">
                <CardPicture id={id} className="size-12 print:size-[12mm]" />
                <span className="max-w-full break-words text-sm font-bold leading-tight print:text-[8.5pt]">
                  {index + 1}. {texts.pictures[id]}
                </span>
              </li>
            ))}
          </ol>
        </div>
        <p className="text-sm leading-tight print:text-[8pt]">
          {texts.code}{" "}
          <strong className="whitespace-nowrap text-lg tabular-nums tracking-wider print:text-[13pt]">
            {card.code}
          </strong>
        </p>
        <p className="mt-auto text-sm font-bold leading-tight print:text-[8.5pt]">{texts.keep}</p>
      </div>
    </li>
  );
}
