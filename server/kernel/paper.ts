import type { Assistance, Locale } from "@/db/enums";

/** What European funding asks every paper to say, in one language. */
export type FundingWords = { statement: string; disclaimer: string; grant: string };

/** One line of a certificate: what was proved, how far, how independently, and when last. */
export type PrintedCompetence = {
  /** DigComp code, such as "2.6". */
  code: string;
  title: string;
  /** 1–8. */
  level: number;
  /** Name of the level's band in the paper's language. */
  band: string;
  assistance: Exclude<Assistance, "shown">;
  /** Calendar day, such as "2026-11-22". */
  provedOn: string;
};

/** Everything that stands on one certificate, in the order of reading. Labels around it belong to the printer. */
export type CertificatePaper = {
  locale: Locale;
  holder: string;
  course: string;
  organisation: string;
  /** Whole or half hours. */
  practiceHours: number;
  competences: readonly PrintedCompetence[];
  issuedOn: string;
  /** "K7QM-4XT2-9RBD" */
  code: string;
  /** Where the code is checked; the QR code holds it. */
  verifyUrl: string;
  funding: FundingWords;
};

/** The press: what papers say about their funding, what they can show, and the bytes. */
export type PdfPort = {
  /** Statement, disclaimer and grant line of a project whose granting authority is `agency`. */
  fundingWords(locale: Locale, project: { grantNumber: string; agency: string }): FundingWords;
  /** The characters of `text` that our typeface cannot draw, each once; none for a text that can be printed. */
  unprintable(text: string): string[];
  /** One PDF with a page per certificate, piece by piece. The same papers give the same bytes. */
  certificates(papers: readonly CertificatePaper[]): AsyncIterable<Uint8Array>;
};
