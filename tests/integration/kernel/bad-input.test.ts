import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { beforeAll, describe, expect, it } from "vitest";
import { learnerEvents } from "@/db/schema/learning";
import { openAttempt } from "@/server/assessment/writes";
import type { ServiceContext } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { clientError } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse } from "../../support/factories";
import {
  answering,
  makeLearner,
  opening,
  publishContent,
  quizNow,
  reading,
  stepIds,
} from "../../support/lessons";

let house: House;
let her: ServiceContext;
beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  her = contextOf(database, (await makeLearner(database, house)).actor);
});

/** What a browser is told, through tRPC's own way from request to answer. */
async function told(procedure: string, input: unknown) {
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    router: appRouter,
    createContext: () => her,
    req: new Request(`http://localhost/api/trpc/${procedure}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: input === undefined ? undefined : JSON.stringify(input),
    }),
  });
  const { error } = (await response.json()) as { error?: { message: string; data: Record<string, unknown> } };
  if (!error) return "done";
  const { httpStatus, ...data } = error.data;
  expect([error.message, httpStatus]).toEqual([data.code, response.status]);
  return { status: response.status, ...data };
}

describe("bad input at a procedure", () => {
  const [stepId = ""] = stepIds();
  const good = () => reading(her, stepId);
  it.each<[string, () => unknown, Record<string, string>]>([
    ["no id", () => ({ ...good(), id: undefined }), { id: "required" }],
    ["an id that is none", () => ({ ...good(), id: "1" }), { id: "invalid-uuid" }],
    ["no instant", () => ({ ...good(), occurredAt: "yesterday" }), { occurredAt: "invalid-datetime" }],
    [
      "an impossible instant",
      () => ({ ...good(), occurredAt: "2026-02-30T10:00:00Z" }),
      { occurredAt: "invalid-datetime" },
    ],
    ["a step that is no id", () => ({ ...good(), stepId: "../../etc" }), { stepId: "invalid-regex" }],
    ["a hash that is none", () => ({ ...good(), contentHash: "x" }), { contentHash: "invalid-regex" }],
    ["another type", () => ({ ...good(), lesson: 5 }), { lesson: "wrong-type" }],
    ["several", () => ({ ...good(), id: "", lesson: null }), { id: "invalid-uuid", lesson: "required" }],
    ["a list", () => [], { "": "wrong-type" }],
  ])("%s", async (_name, input, fields) => {
    expect(await told("learning.readStep", input())).toEqual({
      status: 400,
      code: "INVALID",
      fields,
    });
  });

  it("a text that cannot be stored is a field's fault, not ours; nothing is kept", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const question = quizNow().body.file.questions.find(({ kind }) => kind === "fill-in");
    const before = await database.$count(learnerEvents);
    for (const text of ["5\u0000", "\ud800"]) {
      const input = answering(her, attemptId, question?.id ?? "", { kind: "fill-in", text });
      expect(await told("assessment.submitAnswer", input)).toEqual({
        status: 422,
        code: "INVALID",
        fields: { "answer.text": "wrong-type" },
      });
    }
    expect(await database.$count(learnerEvents)).toBe(before);
  });

  it("too long, too many", async () => {
    const { attemptId } = await openAttempt(her, opening);
    const [question] = quizNow().body.file.questions;
    const send = (answer: Parameters<typeof answering>[3]) =>
      told("assessment.submitAnswer", answering(her, attemptId, question?.id ?? "", answer));
    expect(await send({ kind: "fill-in", text: "a".repeat(201) })).toMatchObject({
      fields: { "answer.text": "too-long" },
    });
    expect(await send({ kind: "order", order: Array.from({ length: 7 }, () => "a") })).toMatchObject({
      fields: { "answer.order": "too-long" },
    });
  });
});

describe("what is no call of a procedure", () => {
  it.each<[string, string, unknown, object]>([
    ["no such procedure", "learning.noSuch", {}, { status: 404, code: "NOT_FOUND" }],
    ["a procedure of Object", "learning.constructor", {}, { status: 404, code: "NOT_FOUND" }],
    ["no body", "learning.readStep", undefined, { status: 400, code: "INVALID" }],
    ["a question asked like a deed", "identity.getMe", {}, { status: 405, code: "INVALID" }],
  ])("%s", async (_name, procedure, input, answer) => {
    expect(await told(procedure, input)).toEqual(answer);
  });
});

describe("what a client learns of a refusal", () => {
  it.each<[string, unknown, object]>([
    [
      "a refusal: its code and detail",
      new DomainError("CONFLICT", { reason: "last-trainer" }),
      { code: "CONFLICT", reason: "last-trainer" },
    ],
    ["a fault: nothing", new Error("password=secret"), { code: "UNKNOWN" }],
    ["anything thrown: nothing", "secret", { code: "UNKNOWN" }],
  ])("%s", (_name, cause, data) => {
    expect(clientError(cause)).toEqual(data);
  });
});
