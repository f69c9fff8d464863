"use client";

import { CrashPage } from "@/components/layout/crash-page";
import { fontClassNames } from "./fonts";
import "./globals.css";

/** The last net, when the root layout itself broke: it brings its own document. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="fr" className={fontClassNames}>
      <body>
        <CrashPage retry={retry} />
      </body>
    </html>
  );
}
