import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { appRouter } from "@/server/trpc/root";
import { filesUnder, LADDER, textOf } from "../support/repository";

const ENGINE = "server/simulation/engine/";
const WORDS = /^(?:schema|policy|rules|reads|writes|personal-data)\.ts$/;

/** Functions of `reads.ts` and `writes.ts` that ask nobody, each with its reason. */
const WITHOUT_ACTOR: Record<string, string> = {
  findSession: "makes the actor that all others ask about; holding the token is the right",
};

const SERVICES = LADDER.flatMap((domain) => filesUnder(`server/${domain}`)).filter((path) =>
  /\/(?:reads|writes)\.ts$/.test(path),
);

/** The exported functions of a file, each with its whole text. */
function exportedFunctions(path: string): { name: string; head: string; text: string }[] {
  return textOf(path)
    .split(/^(?=export )/m)
    .flatMap((part) => {
      const [head = "", name = ""] =
        /^export (?:async )?(?:function |const )(\w+)[\s\S]*?(?:\{\n|=>)/.exec(part) ?? [];
      const end = part.search(/^\}/m);
      return name ? [{ name, head, text: end < 0 ? part : part.slice(0, end) }] : [];
    });
}

describe("the folders of the server", () => {
  it("are the ten domains, the kernel, two doors and the plumbing", () => {
    const folders = readdirSync("server", { withFileTypes: true }).map(({ name }) => name);
    expect(folders.sort()).toEqual([...LADDER, "kernel", "http", "trpc", "platform"].sort());
  });

  it("hold, in a domain and in its parts, only files of the vocabulary", () => {
    const odd = LADDER.flatMap((domain) => filesUnder(`server/${domain}`)).filter((path) => {
      if (path.startsWith(ENGINE)) return false;
      const [, , ...rest] = path.split("/");
      return rest.length > 2 || !WORDS.test(rest.at(-1) ?? "");
    });
    expect(odd).toEqual([]);
  });

  it("have one router per domain that is reached from outside", () => {
    const routers = filesUnder("server/trpc/routers").map((path) =>
      path.split("/").at(-1)?.replace(".ts", ""),
    );
    expect(routers).toEqual(LADDER.toSorted());
    expect(Object.keys(appRouter._def.record).sort()).toEqual(LADDER.toSorted());
  });
});

describe("every service asks who is there before it does anything", () => {
  it("in each exported function of reads.ts and writes.ts", () => {
    expect(SERVICES.length).toBeGreaterThan(15);
    const functions = SERVICES.flatMap((path) => exportedFunctions(path).map((one) => ({ path, ...one })));
    expect(functions.length).toBeGreaterThan(50);
    const services = functions.filter(({ head }) => /ServiceContext|\basync\b|Promise</.test(head));
    const silent = services.filter(
      ({ name, text }) => !(name in WITHOUT_ACTOR) && !text.includes("authorise("),
    );
    expect(silent.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
    // An exception that is gone, or asks by now, is no exception any more.
    for (const name of Object.keys(WITHOUT_ACTOR)) {
      expect(services.find((one) => one.name === name)?.text).not.toContain("authorise(");
    }
  });

  it("and before anything is written", () => {
    const late = SERVICES.filter((path) => path.endsWith("/writes.ts")).flatMap((path) =>
      exportedFunctions(path).filter(({ head, text }) => {
        const body = text.slice(head.length);
        const asks = body.indexOf("authorise(");
        // A transaction may be open by then: what one locks and reads in it is what one is asked about.
        const writes = body.search(/\b(?:insert|update|delete|upsert|mark|revoke|record)[A-Z]\w*\(/);
        return asks >= 0 && writes >= 0 && writes < asks;
      }),
    );
    expect(late.map(({ name }) => name)).toEqual([]);
  });
});

it("nothing reads the environment but the one file that checks it", () => {
  const readers = ["app", "components", "db", "server"]
    .flatMap((folder) => filesUnder(folder))
    .filter((path) => /\.tsx?$/.test(path) && /\bprocess\.env\b/.test(textOf(path)));
  expect(readers).toEqual(["server/platform/env.ts"]);
});

it("services take time from their context, never from the clock", () => {
  const clocks = LADDER.flatMap((domain) => filesUnder(`server/${domain}`)).filter((path) =>
    /new Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID\(/.test(textOf(path)),
  );
  expect(clocks).toEqual([]);
});
