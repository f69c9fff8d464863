"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorData } from "@/components/providers/trpc-client";

export type FormFaults = {
  /** A sentence per field. */
  fields: Record<string, string>;
  /** A sentence about the whole form. */
  form: string | null;
};

const NO_FAULTS: FormFaults = { fields: {}, form: null };

/** Sends a form: one at a time, with the server's refusals as sentences at their fields. */
export function useSubmit() {
  const t = useTranslations("errors");
  const [isWorking, setWorking] = useState(false);
  const [faults, setFaults] = useState(NO_FAULTS);

  const sentence = (...keys: (string | undefined)[]) => {
    const known = keys.find(
      (key): key is Parameters<typeof t>[0] => key !== undefined && t.has(key as never),
    );
    return t(known ?? "UNKNOWN", { minutes: 1 });
  };

  /** Returns what the server answered, or undefined when it refused. */
  async function submit<T>(send: () => Promise<T>): Promise<T | undefined> {
    if (isWorking) return undefined;
    setWorking(true);
    setFaults(NO_FAULTS);
    try {
      return await send();
    } catch (error) {
      const { code, reason, fields, retryAfter } = errorData(error);
      if (fields && Object.keys(fields).length > 0) {
        setFaults({
          fields: Object.fromEntries(Object.entries(fields).map(([name, key]) => [name, sentence(key)])),
          form: null,
        });
      } else {
        const wait =
          retryAfter === undefined ? null : t("wait-minutes", { minutes: Math.ceil(retryAfter / 60) });
        setFaults({ fields: {}, form: wait ?? sentence(reason, code) });
      }
      return undefined;
    } finally {
      setWorking(false);
    }
  }

  return { isWorking, faults, submit };
}
