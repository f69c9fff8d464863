import { CardPicture } from "@/components/ui/card-pictures/card-picture";
import { classNames } from "@/components/ui/class-names";
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
    <div className="grid grid-cols-1 gap-8 print:block">
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

/** Names longer than this are printed smaller, so that they stay on their card. */
const LONG_NAME = 18;

function AccessCard({ card, site, texts }: { card: PrintableCard; site: string; texts: AccessCardTexts }) {
  return (
    <li
      lang={card.locale}
      className="avoid-break flex min-w-0 flex-col gap-2 border-b-2 border-r-2 border-dashed border-border p-4 print:h-[54mm] print:gap-[1mm] print:px-[3mm] print:py-[2mm]"
    >
      <p
        className={classNames(
          "break-words text-2xl font-extrabold leading-tight",
          card.firstName.length > LONG_NAME ? "print:text-[12pt]" : "print:text-[17pt]",
        )}
      >
        {card.firstName}
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-2 print:flex-nowrap print:gap-x-[3mm]">
        <svg
          viewBox={`0 0 ${card.qr.size} ${card.qr.size}`}
          role="img"
          aria-label={texts.qr.replace("{name}", card.firstName)}
          shapeRendering="crispEdges"
          className="block h-auto w-36 shrink-0 forced-color-adjust-none print-exact print:w-[28mm]"
        >
          <rect width={card.qr.size} height={card.qr.size} fill="#ffffff" />
          <path d={card.qr.path} fill="#000000" />
        </svg>
        <div className="min-w-0 flex-[1_1_9rem]">
          <p className="text-sm leading-tight print:text-[8pt]">{texts.picturesTitle}</p>
          <ol className="mt-1 grid grid-cols-3 gap-2 print:mt-[1mm] print:gap-[1mm]">
            {card.pictures.map((id, index) => (
              <li key={id} className="flex min-w-0 flex-col items-center text-center">
                <CardPicture id={id} className="size-12 print:size-[12mm]" />
                <span className="max-w-full break-words text-sm font-bold leading-tight print:text-[9pt]">
                  {index + 1}. {texts.pictures[id]}
                </span>
              </li>
            ))}
          </ol>
          <p className="mt-2 text-sm leading-tight print:mt-[1mm] print:text-[8pt]">
            {texts.code}{" "}
            <strong className="whitespace-nowrap text-lg tabular-nums tracking-wider print:text-[13pt]">
              {card.code}
            </strong>
          </p>
        </div>
      </div>
      <p className="mt-auto text-sm leading-tight print:text-[8pt]">
        {texts.scan} <strong className="break-words">{site}</strong>
        <strong className="block">{texts.keep}</strong>
      </p>
    </li>
  );
}
