import { readdirSync, readFileSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { DomainError } from "@/server/kernel/errors";
import { env } from "@/server/platform/env";
import { composeCodeMail } from "@/server/platform/sign-in-mail";

const letter = composeCodeMail({
  to: "nadia@exemple.be",
  firstName: "Nadia",
  locale: "fr",
  code: "012345",
  link: "http://localhost:3000/fr/sign-in/code?request=1&code=012345",
  minutes: 10,
});

const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(address, _session, done) {
    done(
      address.address.startsWith("full") ? new Error(`552 mailbox ${address.address} is full`) : undefined,
    );
  },
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      received.push(Buffer.concat(parts).toString("utf8"));
      done();
    });
  },
});
await new Promise<void>((resolve) => {
  server.listen(0, "localhost", resolve);
});
const { port } = server.server.address() as AddressInfo;
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** The mailer of a process that was started with this setting. */
async function mailerWith(smtpUrl: string) {
  vi.resetModules();
  vi.stubEnv("SMTP_URL", smtpUrl);
  return (await import("@/server/platform/mailer")).mail;
}

beforeEach(() => {
  received.length = 0;
});

async function expectLetter(raw: string): Promise<void> {
  const mail = await PostalMime.parse(raw);
  expect(mail.subject).toBe("Votre code pour DigiSkiPasS");
  expect(mail.to?.[0]?.address).toBe("nadia@exemple.be");
  expect(mail.text).toContain("012 345");
  expect(mail.html).toContain("012 345");
  expect(mail.attachments).toMatchObject([{ contentId: "<eu-emblem>", mimeType: "image/png" }]);
}

describe("a letter", () => {
  it("goes out by SMTP, with the emblem inside", async () => {
    await (await mailerWith(`smtp://localhost:${port}`)).send(letter);
    expect(received).toHaveLength(1);
    await expectLetter(received[0] ?? "");
  });

  it("is written to the outbox where there is no mail server, for its owner's eyes only", async () => {
    await (await mailerWith("")).send(letter);
    const folder = join(env.DATA_DIR, "outbox");
    const [file = ""] = readdirSync(folder);
    expect(file).toMatch(/\.eml$/);
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    await expectLetter(readFileSync(join(folder, file), "utf8"));
  });

  it.each([
    ["refused", () => `smtp://localhost:${port}`, "full@exemple.be"],
    ["not reachable", () => "smtp://localhost:1", "nadia@exemple.be"],
  ])("that is %s is UNAVAILABLE, and says nothing of the address", async (_, url, to) => {
    const mail = await mailerWith(url());
    const refusal = await mail.send({ ...letter, to }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "UNAVAILABLE", detail: { reason: "mail-not-sent" } });
    const { cause, stack } = refusal as DomainError;
    expect(`${String(cause)} ${stack}`).not.toContain("exemple.be");
    expect(String(cause)).toMatch(/mail not sent: E\w+/);
  });
});
