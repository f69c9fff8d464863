import type { ReactNode } from "react";
import type { CardPictureId } from "./ids";

/**
 * Heavy shapes in one colour, each with an outline no other has: they must be told apart in black and white, small,
 * and by eyes that no longer see detail. `paper` cuts a shape open.
 */
export const SHAPES: Record<CardPictureId, ReactNode> = {
  sun: (
    <>
      <circle cx="48" cy="48" r="19" />
      <path
        className="line"
        d="M48 8v11M48 77v11M8 48h11M77 48h11M19.7 19.7l7.8 7.8M68.5 68.5l7.8 7.8M76.3 19.7l-7.8 7.8M27.5 68.5l-7.8 7.8"
      />
    </>
  ),
  tree: (
    <>
      <path d="M48 6L23 34h10L16 54h11L10 74h76L69 54h11L63 34h10z" />
      <path d="M42 74h12v16H42z" />
    </>
  ),
  boat: (
    <>
      <path d="M8 64h80L76 86H20z" />
      <path d="M51 8v50h32z" />
      <path d="M45 22v36H19z" />
    </>
  ),
  cat: (
    <>
      <path d="M16 10l19 15c8-3 18-3 26 0l19-15 2 38c0 24-14 38-34 38S14 72 14 48z" />
      <circle className="paper" cx="35" cy="47" r="5.5" />
      <circle className="paper" cx="61" cy="47" r="5.5" />
      <path className="paper" d="M42 60h12l-6 7z" />
      <path className="line" d="M2 56l16 4M2 70l16-2M94 56l-16 4M94 70l-16-2" />
    </>
  ),
  apple: (
    <>
      <path d="M48 32c8-8 20-9 28-2 12 11 9 34-2 48-7 9-15 12-26 7-11 5-19 2-26-7C11 64 8 41 20 30c8-7 20-6 28 2z" />
      <path className="line" d="M48 30c0-8 1-13 4-20" />
      <path d="M56 20c3-11 13-14 22-12-2 11-11 15-22 12z" />
    </>
  ),
  house: (
    <>
      <path d="M48 8L6 44h10v44h64V44h10L78 33.5V14H66v9z" />
      <path className="paper" d="M40 60h16v28H40z" />
      <path className="paper" d="M24 50h12v11H24zM60 50h12v11H60z" />
    </>
  ),
  key: (
    <>
      <path d="M30 8a24 24 0 1 0 13.5 43.8L77 85.5l11-11-5.5-5.5-5 5-7-7 5-5-6-6-5 5-12.7-12.7A24 24 0 0 0 30 8z" />
      <circle className="paper" cx="27" cy="29" r="8.5" />
    </>
  ),
  star: <path d="M48 5l12.5 28.5 31 3.2-23.2 20.8 6.6 30.5L48 72.3 21.1 88l6.6-30.5L4.5 36.7l31-3.2z" />,
  umbrella: (
    <>
      <path d="M5 50C7 26 25 12 48 12s41 14 43 38c-8-7-17-7-22 0-6-8-15-8-21 0-6-8-15-8-21 0-5-7-14-7-22 0z" />
      <path className="line" d="M48 5v10M48 50v27c0 11 15 11 15 1" />
    </>
  ),
  bicycle: (
    <>
      <circle className="line" cx="22" cy="62" r="17" />
      <circle className="line" cx="74" cy="62" r="17" />
      <path className="line" d="M22 62l14-27h27l11 27M36 35l12 27 15-27M22 62h26M63 35l-4-13h13M28 26h15" />
    </>
  ),
  cup: (
    <>
      <path d="M10 40h60v24c0 15-9 22-30 22s-30-7-30-22z" />
      <path className="line" d="M70 48h6a9.5 9.5 0 0 1 0 19h-7M28 30c-6-7 6-11 0-20M50 30c-6-7 6-11 0-20" />
    </>
  ),
  flower: (
    <>
      <circle cx="48" cy="17" r="12" />
      <circle cx="66" cy="30" r="12" />
      <circle cx="59" cy="50" r="12" />
      <circle cx="37" cy="50" r="12" />
      <circle cx="30" cy="30" r="12" />
      <path d="M34 30h28v20H34z" />
      <circle className="paper" cx="48" cy="36" r="8.5" />
      <path className="line" d="M48 60v32" />
      <path d="M49 84c2-13 13-19 29-17-2 14-14 20-29 17zM47 90c-3-11-12-16-26-14 3 11 13 16 26 14z" />
    </>
  ),
};
