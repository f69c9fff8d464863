import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getCourseState } from "@/server/learning/reads";
import { handleTrpc } from "@/server/trpc/handler";
import { database } from "../../support/database";
import { ANYBODY, contextOf } from "../../support/factories";
import { COURSE, publishContent, quizNow, rightAnswer } from "../../support/lessons";

let server: Server;
beforeAll(async () => {
  await publishContent(database);
  server = createServer((req, res) => void handleTrpc(req, res)).listen(0);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const [question] = quizNow().body.file.questions;
const asked = (input: unknown) => `?input=${encodeURIComponent(JSON.stringify(input))}`;
const tried = {
  contentHash: quizNow().hash,
  questionId: question?.id ?? "",
  answer: question ? rightAnswer(question) : null,
  locale: "fr",
};
const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json): RequestInit => ({
  method: "POST",
  body,
  headers,
});

/** Status, what matters of the headers, and the body. */
async function told(path: string, init?: RequestInit) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/api/trpc/${path}`, init);
  const headers = ["content-type", "cache-control", "vary"].map((name) => response.headers.get(name));
  return { status: response.status, headers, body: await response.text() };
}

/** The same call with a word that nobody reads: only tRPC's own adapter answers those. */
const aside = (path: string) => `${path}${path.includes("?") ? "&" : "?"}aside=1`;

test.each<[string, string, RequestInit | undefined, number]>([
  ["a query", `learning.getCourseState${asked({ course: COURSE })}`, undefined, 200],
  ["a query that grades", `assessment.tryAnswer${asked(tried)}`, undefined, 200],
  ["a query without its input", "learning.getCourseState", undefined, 400],
  ["a query with an input that is no JSON", "learning.getCourseState?input=%7B", undefined, 400],
  ["a query with an input of another shape", `learning.getCourseState${asked([5])}`, undefined, 400],
  ["a query that is posted", "learning.getCourseState", post(JSON.stringify({ course: COURSE })), 405],
  ["a mutation by nobody", "learning.readStep", post(JSON.stringify({ id: "1" })), 400],
  [
    "a mutation whose actor is unknown",
    "assessment.openAttempt",
    post(JSON.stringify({ course: COURSE, lesson: "log-in", locale: "fr" })),
    401,
  ],
  ["a mutation with half a body", "learning.readStep", post('{"id":'), 400],
  ["a mutation with an empty body", "learning.readStep", post(""), 400],
  ["a text that cannot be stored", "learning.readStep", post('{"id":"\\u0000"}'), 422],
  ["a mutation that is got", `learning.readStep${asked({})}`, undefined, 405],
  [
    "a mutation as a form of another page would send it",
    "learning.readStep",
    post("{}", { "content-type": "text/plain" }),
    415,
  ],
  ["a procedure that is not there", "learning.nothing", undefined, 404],
  ["a name that every object has", "constructor", undefined, 404],
])("%s is answered as tRPC's own adapter answers it", async (_name, path, init, status) => {
  const answer = await told(path, init);
  expect(answer.status).toBe(status);
  expect(answer).toEqual(await told(aside(path), init));
});

test("several calls in one request go the adapter's way", async () => {
  const input = { 0: { course: COURSE }, 1: { course: COURSE } };
  const answer = await told(`learning.getCourseState,learning.getCourseState${asked(input)}&batch=1`);
  const state = await getCourseState(contextOf(database, ANYBODY), { course: COURSE });
  expect(JSON.parse(answer.body)).toEqual([{ result: { data: state } }, { result: { data: state } }]);
});

test("what another origin sends is refused before it is read", async () => {
  const answer = await told(
    "learning.readStep",
    post("{}", { ...json, origin: "https://elsewhere.example" }),
  );
  expect(answer.status).toBe(403);
});
