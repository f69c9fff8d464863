import { describe, expect, it } from "vitest";
import { mustFollow } from "@/components/identity/keep-reading";

const hers = {
  personId: "0191d4a0-0000-7000-8000-000000000001",
  textSize: 150,
  theme: null,
  contrast: null,
} as const;
const agreed = JSON.stringify(hers);

describe("whether this browser takes over what the profile says", () => {
  it.each<[string, { agreed: string | null; chosen: string | null }, boolean]>([
    ["a new browser does", { agreed: null, chosen: null }, true],
    ["a choice made before signing in stays", { agreed: null, chosen: "{}" }, false],
    ["nothing new in the profile changes nothing", { agreed, chosen: "{}" }, false],
    [
      "a profile changed elsewhere does",
      { agreed: JSON.stringify({ ...hers, textSize: 100 }), chosen: "{}" },
      true,
    ],
    [
      "somebody else's agreement does not hold",
      { agreed: JSON.stringify({ ...hers, personId: "other" }), chosen: "{}" },
      true,
    ],
  ])("%s", (_what, browser, expected) => {
    expect(mustFollow(hers, browser)).toBe(expected);
  });
});
