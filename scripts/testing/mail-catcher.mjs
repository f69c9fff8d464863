import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** @typedef {{ from: string, to: string[], subject: string, text: string, html: string, receivedAt: string }} CaughtMail */

/**
 * A real mail server that delivers nothing: each message becomes a JSON file in `folder`, where tests in any process
 * read it (`tests/support/mailbox.ts`).
 *
 * @param {string} folder
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} `url` is an SMTP_URL
 */
export async function startMailCatcher(folder) {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks = /** @type {Buffer[]} */ ([]);
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", async () => {
        try {
          const mail = await PostalMime.parse(Buffer.concat(chunks));
          const caught = /** @type {CaughtMail} */ ({
            from: mail.from?.address ?? "",
            to: session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html ?? "",
            receivedAt: new Date().toISOString(),
          });
          count++;
          const name = join(folder, `${String(count).padStart(6, "0")}.json`);
          writeFileSync(`${name}.part`, JSON.stringify(caught));
          renameSync(`${name}.part`, name);
          done();
        } catch (error) {
          done(error);
        }
      });
    },
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  server.on("error", () => {});
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.server.address());
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}
