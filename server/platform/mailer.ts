import "server-only";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import type { Mail, Ports } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { env } from "./env";

/** The European emblem travels with the letter: mail programs do not load pictures from the web. */
const EMBLEM_FILE = path.join(/* turbopackIgnore: true */ process.cwd(), "public", "eu-emblem.png");

function toMessage({ to, subject, text, html }: Mail) {
  const hasEmblem = html.includes("cid:eu-emblem");
  return {
    from: env.MAIL_FROM,
    to,
    subject,
    text,
    html,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: hasEmblem ? [{ filename: "eu.png", path: EMBLEM_FILE, cid: "eu-emblem" }] : [],
  };
}

/** What the mail server objected, without the words of its answer: they repeat the recipient's address. */
function withoutAddresses(refusal: unknown): Error {
  const facts = refusal as { code?: string; responseCode?: number; command?: string };
  return new Error(
    `mail not sent: ${facts.code ?? "?"} ${facts.responseCode ?? ""} ${facts.command ?? ""}`.trim(),
  );
}

const toOutbox = nodemailer.createTransport({ streamTransport: true, buffer: true });
let toServer: nodemailer.Transporter | undefined;

/** Sends by `SMTP_URL`, or writes the letter to `DATA_DIR/outbox/<instant>-<random>.eml`, where it can be opened. */
export const mail: Ports["mail"] = {
  async send(letter) {
    if (env.SMTP_URL) {
      toServer ??= nodemailer.createTransport(env.SMTP_URL);
      try {
        await toServer.sendMail(toMessage(letter));
      } catch (refusal) {
        throw new DomainError(
          "UNAVAILABLE",
          { reason: "mail-not-sent" },
          { cause: withoutAddresses(refusal) },
        );
      }
      return;
    }
    const { message } = await toOutbox.sendMail(toMessage(letter));
    const folder = path.join(/* turbopackIgnore: true */ env.DATA_DIR, "outbox");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replace(/:/g, "-")}-${randomBytes(4).toString("hex")}.eml`;
    await writeFile(path.join(folder, name), message, { mode: 0o600 });
  },
};
