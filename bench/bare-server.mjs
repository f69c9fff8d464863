import { createHash } from "node:crypto";
import { createServer } from "node:http";
import postgres from "postgres";
import { courseState, findSession, groupPage, keepAnswer } from "./bare-statements.mjs";

/** What everything is compared with: plain `node:http` and postgres.js in a process of its own. Says its port when ready. */
const sql = postgres(process.env.DATABASE_URL, { max: 10, onnotice: () => {} });
const CONSTANT = Buffer.from(JSON.stringify({ text: "x".repeat(1000) }));

async function session(req) {
  const token = /(?:^|; )session=([^;]+)/.exec(req.headers.cookie ?? "")?.[1] ?? "";
  return findSession(sql, createHash("sha256").update(token).digest());
}

async function body(req) {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function answer(req) {
  const { pathname, searchParams } = new URL(req.url, "http://bare");
  const input = req.method === "POST" ? await body(req) : null;
  const found = await session(req);
  if (!found) throw new Error("no session");
  switch (pathname) {
    case "/answer":
      return keepAnswer(sql, { ...input, personId: found.person_id });
    case "/state":
      return courseState(sql, found);
    case "/group":
      return groupPage(sql, found.person_id, searchParams.get("cohort") ?? "");
    default:
      throw new Error("no such path");
  }
}

const server = createServer((req, res) => {
  const send = (status, bytes) => {
    res.writeHead(status, { "content-type": "application/json", "content-length": bytes.length });
    res.end(bytes);
  };
  if (req.url === "/constant") return send(200, CONSTANT);
  answer(req).then(
    (value) => send(200, Buffer.from(JSON.stringify(value))),
    (error) => send(500, Buffer.from(JSON.stringify({ error: error.message }))),
  );
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address().port));

async function stop() {
  server.close();
  server.closeAllConnections();
  await sql.end({ timeout: 5 });
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("disconnect", stop);
