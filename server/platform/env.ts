import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const address = (protocols: readonly string[], isRight: (url: URL) => boolean = () => true) =>
  z.string().refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return url !== null && protocols.includes(url.protocol) && isRight(url);
  });
/** Secrets travel there: over https, or on this very machine. */
const isSafe = (url: URL) =>
  (url.protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) &&
  url.search === "" &&
  url.hash === "";
const isBare = (url: URL) => url.pathname === "/" && url.search === "" && url.hash === "";

/** One line per variable: what is accepted, in the words shown to the person who typed something else. */
const EXPECTED: Record<string, string> = {
  PORT: "a whole number between 1 and 65535, such as 3000",
  DATABASE_URL: "postgres://user:password@host:5432/database, or nothing to use the embedded database",
  DATA_DIR: "the path of a folder, such as .data",
  APP_URL: "the public address without a path, such as https://skills.example.org",
  AUTH_SECRET: "at least 32 characters that nobody can guess, or nothing to have one made",
  SMTP_URL: "smtp://user:password@host:587 (or smtps://), or nothing to write mail into DATA_DIR/outbox",
  MAIL_FROM: "an address, such as DigiSkiPasS <noreply@example.org>",
  DEMO: "0 or 1",
  WORKERS: "a whole number between 1 and 64",
  OIDC_ISSUER: "the address of your identity provider, such as https://login.example.org, or nothing",
  OIDC_CLIENT_ID: "the name your identity provider knows us by",
  OIDC_CLIENT_SECRET: "the secret your identity provider gave us",
  OIDC_NAME: "at most 40 signs: the name people know the provider by, such as Example ID",
  WORKBENCH: "0 or 1 (1 only where simulations are written or tested)",
  WORKBENCH_CONTENT: "the path of a folder made like content, or nothing to write in content itself",
  TRUST_PROXY: "0 or 1 (1 only behind a proxy of your own that sets X-Forwarded-For)",
};

const settings = z.object({
  PORT: port.default(3000),
  DATABASE_URL: address(["postgres:", "postgresql:"]).optional(),
  DATA_DIR: z.string().default(".data"),
  APP_URL: address(["http:", "https:"], isBare)
    .transform((value) => new URL(value).origin)
    .optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: address(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^<>\s@]+@[^<>\s@]+>?$/)
    .default("DigiSkiPasS <noreply@localhost>"),
  DEMO: flag.optional(),
  WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  WORKBENCH: flag.default(false),
  WORKBENCH_CONTENT: z.string().default("content"),
  TRUST_PROXY: flag.default(false),
  OIDC_ISSUER: address(["https:", "http:"], isSafe).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).optional(),
});

/** The way in for staff through a provider of their own: four settings that are worth nothing alone. */
const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const;

type Optional = "DATABASE_URL" | "AUTH_SECRET" | "SMTP_URL" | "WORKERS";

/** Settings as written down: what the start may still have to provide (database, secret, workers) can be absent. */
export type Settings = Omit<z.infer<typeof settings>, "APP_URL" | "DEMO"> & {
  APP_URL: string;
  DEMO: boolean;
};

/** Settings of a running server. Without `SMTP_URL` mail is written to `DATA_DIR/outbox`. */
export type Env = Omit<Settings, Optional> & {
  DATABASE_URL: string;
  AUTH_SECRET: string;
  SMTP_URL: string | undefined;
  WORKERS: number;
};

/** A setting that cannot be used. The message is one line and says what to write instead. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/**
 * Checks the settings and fills in what has a default. An empty value counts as absent. `APP_URL` defaults to
 * http://localhost:PORT, `DEMO` to 1 without a `DATABASE_URL` and to 0 with one.
 *
 * @throws SettingError that names the first wrong variable and what it expects, never the value of a secret
 */
export function parseEnv(record: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.keys(EXPECTED).flatMap((name) => {
      const value = record[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new SettingError(`${name} is not usable: it must be ${EXPECTED[name]}.`);
  }
  const missing = OIDC.filter((name) => parsed.data[name] === undefined);
  if (missing.length > 0 && missing.length < OIDC.length) {
    throw new SettingError(`${missing[0]} is missing: give all of ${OIDC.join(", ")}, or none.`);
  }
  const { APP_URL, DEMO, ...rest } = parsed.data;
  return {
    ...rest,
    APP_URL: APP_URL ?? `http://localhost:${rest.PORT}`,
    DEMO: DEMO ?? rest.DATABASE_URL === undefined,
  };
}

/**
 * Settings of this process, which must be complete: the start provides what was left out.
 *
 * @throws SettingError when the database or the secret is missing
 */
export function readEnv(record: Readonly<Record<string, string | undefined>>): Env {
  const { DATABASE_URL, AUTH_SECRET, WORKERS, ...rest } = parseEnv(record);
  if (!DATABASE_URL) throw new SettingError(`DATABASE_URL is missing: it must be ${EXPECTED.DATABASE_URL}.`);
  if (!AUTH_SECRET) throw new SettingError(`AUTH_SECRET is missing: it must be ${EXPECTED.AUTH_SECRET}.`);
  return { ...rest, SMTP_URL: rest.SMTP_URL, DATABASE_URL, AUTH_SECRET, WORKERS: WORKERS ?? 1 };
}

let known: Env | undefined;

/** The settings, read at first use: the production build imports this file without having any. */
export const env: Readonly<Env> = new Proxy({} as Env, {
  get(_, name) {
    known ??= readEnv(process.env);
    return Reflect.get(known, name);
  },
});
