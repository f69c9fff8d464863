import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { contentVersions } from "@/db/schema/catalogue";
import { courseLibraries } from "@/server/catalogue/library/reads";
import {
  getActivityCompetences,
  getContentVersion,
  getCourse,
  getFramework,
  getLesson,
  getQuiz,
  getScenario,
  listActivities,
  listTeaching,
} from "@/server/catalogue/reads";
import { courseView, lessonView, quizView } from "@/server/catalogue/schema";
import { syncContent } from "@/server/catalogue/writes";
import { database } from "../../support/database";
import {
  ANYBODY,
  contextOf,
  type House,
  makeHouse,
  refusalOf,
  SYSTEM,
  TEST_NOW,
} from "../../support/factories";
import {
  CHECK,
  COURSE,
  keepVersion,
  LESSON,
  later,
  lessonNow,
  quizNow,
  READING,
  RUN,
  SIMULATION,
  scenarioNow,
} from "../../support/lessons";

const system = contextOf(database, SYSTEM);
const visitor = contextOf(database, ANYBODY);
let house: House;
beforeAll(async () => {
  house = await makeHouse(database);
});

describe("keeping the versions that are served", () => {
  it("keeps each once, by several processes at once, at every start", async () => {
    const [one = 0, two = 0, three = 0] = await Promise.all([
      syncContent(system),
      syncContent(system),
      syncContent(later(system, 60)),
    ]);
    const library = courseLibraries().get(COURSE);
    const count =
      // The course itself, its self-assessment, its exam and its placement.
      4 + Number(library?.lessons.size) + Number(library?.quizzes.size) + Number(library?.scenarios.size);
    expect(one + two + three).toBe(count);
    expect(await syncContent(later(system, 3600))).toBe(0);
    const rows = await database.select().from(contentVersions);
    for (const kind of ["course", "lesson", "quiz", "scenario"])
      expect(rows.map((row) => row.kind)).toContain(kind);
    expect(rows).toHaveLength(count);
    expect(rows.every(({ firstServedAt }) => firstServedAt <= later(system, 60).now)).toBe(true);
    expect(rows.find(({ hash }) => hash === quizNow().hash)?.body).toEqual(
      JSON.parse(JSON.stringify(quizNow().body)),
    );
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["trainer", "FORBIDDEN"],
    ["admin", "FORBIDDEN"],
  ] as const)("%s: %s", async (who, code) => {
    expect(await refusalOf(() => syncContent(contextOf(database, house.actors[who])))).toBe(code);
  });
});

describe("one kept version", () => {
  it("is today's, or an older one, of the kind asked for", async () => {
    expect(await getContentVersion(visitor, { kind: "quiz", hash: quizNow().hash })).toBe(quizNow().body);
    const older = { file: { ...lessonNow().body.file, minutes: 99 }, texts: lessonNow().body.texts };
    const hash = await keepVersion(database, "lesson", older);
    expect(await getContentVersion(visitor, { kind: "lesson", hash })).toEqual(older);
    expect(await refusalOf(() => getContentVersion(visitor, { kind: "quiz", hash }))).toBe("NOT_FOUND");
    expect(await refusalOf(() => getContentVersion(visitor, { kind: "quiz", hash: lessonNow().hash }))).toBe(
      "NOT_FOUND",
    );
    expect(await refusalOf(() => getContentVersion(visitor, { kind: "lesson", hash: "e".repeat(64) }))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("the course as everybody may read it", () => {
  it.each(LOCALES)("is whole in %s", async (locale) => {
    const course = await getCourse(visitor, { course: COURSE, locale });
    expect(courseView.parse(course)).toEqual(course);
    const lessons = course.modules.flatMap((module) => module.lessons);
    expect(lessons.every(({ title }) => title.length > 2)).toBe(true);
    expect(lessons.filter(({ published }) => published).map(({ id }) => id)).toContain(LESSON);
    expect(lessons.length).toBe(28);
    const lesson = await getLesson(visitor, { course: COURSE, lesson: LESSON, locale });
    expect(lessonView.parse(lesson)).toEqual(lesson);
    expect(lesson.contentHash).toBe(lessonNow().hash);
    const quiz = await getQuiz(visitor, { course: COURSE, lesson: LESSON, locale });
    expect(quizView.parse(quiz)).toEqual(quiz);
    const framework = await getFramework(visitor, { locale });
    expect(framework.areas.flatMap((area) => area.competences)).toHaveLength(21);
    expect(framework.levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each(["no-course", "constructor"])("there is no course %j", async (course) => {
    for (const ask of [
      () => getCourse(visitor, { course, locale: "fr" }),
      () => getLesson(visitor, { course, lesson: LESSON, locale: "fr" }),
      () => getQuiz(visitor, { course, lesson: LESSON, locale: "fr" }),
      () => getScenario(visitor, { course, simulation: SIMULATION }),
      () => listActivities(visitor, { course }),
    ]) {
      expect(await refusalOf(ask)).toBe("NOT_FOUND");
    }
  });

  it("an announced lesson cannot be opened", async () => {
    expect(
      await refusalOf(() => getLesson(visitor, { course: COURSE, lesson: "is-it-safe", locale: "fr" })),
    ).toBe("NOT_FOUND");
  });

  it("every course folder is served", () => {
    expect([...courseLibraries().keys()].sort()).toEqual(readdirSync("content/courses").sort());
  });
});

describe("what activities train", () => {
  it("reading, practising and checking each say so", async () => {
    const of = (activityId: string) => getActivityCompetences(visitor, { course: COURSE, activityId });
    expect(await of(READING)).toEqual(lessonNow().body.file.competences);
    expect(await of(RUN)).toEqual(scenarioNow().body.scenario.competences);
    expect(await of(CHECK)).toEqual(["2.3", "2.6", "4.1", "4.2"]);
    for (const unknown of ["log-in/no", "no/steps", "log-in", "", "log-in/constructor"]) {
      expect(await refusalOf(() => of(unknown))).toBe("NOT_FOUND");
    }
  });

  it("together they are what is taught, each code with its first lesson, or the part that announces it", async () => {
    const teaching = await listTeaching(visitor, { locale: "nl" });
    const library = courseLibraries().get(COURSE);
    if (!library) throw new Error("no course");
    const { modules } = library.course.body.file;
    const order = modules.flatMap(({ lessons }) => lessons.filter((id) => library.lessons.has(id)));
    for (const code of new Set(modules.flatMap(({ competences }) => competences))) {
      const [first, ...others] = order.filter((id) =>
        library.lessons.get(id)?.body.file.competences.includes(code),
      );
      const lesson = first && (await getLesson(visitor, { course: COURSE, lesson: first, locale: "nl" }));
      expect(teaching.get(code)).toEqual({
        course: COURSE,
        lesson: first ?? null,
        title: lesson ? lesson.title : expect.any(String),
        others: others.length,
      });
    }
    expect(teaching.has("3.1")).toBe(false);
    const activities = await listActivities(visitor, { course: COURSE });
    const trained = await Promise.all(
      activities.map(({ id }) => getActivityCompetences(visitor, { course: COURSE, activityId: id })),
    );
    const taught = [...teaching].filter(([, { lesson }]) => lesson !== null).map(([code]) => code);
    expect(taught.sort()).toEqual([...new Set(trained.flat())].sort());
    const own = activities.filter(({ lesson }) => lesson === LESSON);
    const runs = lessonNow().body.file.simulations.map((id) => `${LESSON}/${id}`);
    expect(own.map(({ id }) => id)).toEqual([READING, ...runs, CHECK]);
  });
});

it("the instant of the tests is kept as it is", async () => {
  const [row] = await database.select().from(contentVersions).limit(1);
  expect(row?.firstServedAt.getTime()).toBeGreaterThanOrEqual(TEST_NOW.getTime());
});
