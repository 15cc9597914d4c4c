import fc from "fast-check";
import { expect, test } from "vitest";
import { pathOf } from "@/components/portal/strokes";
import { drawnSignature } from "./sent";

test("strokes become one path in a box of 600 by 200, whatever size they were drawn at", () => {
  const line = [
    { x: 0, y: 0 },
    { x: 150, y: 50 },
    { x: 300, y: 100 },
  ];
  expect(pathOf([line], 300)).toBe("M 0 0 Q 300 100 450 150 L 600 200");
  expect(pathOf([line, [{ x: 150, y: 20 }]], 300)).toMatch(/ M 300 40 L 300 40$/);
  expect(pathOf([[]], 300)).toBe("");
});

test("whatever is drawn is a signature that is taken", () => {
  const point = fc.record({
    x: fc.double({ min: -500, max: 2000, noNaN: true }),
    y: fc.double({ min: -500, max: 2000, noNaN: true }),
  });
  const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 1500 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(strokes, fc.integer({ min: 200, max: 900 }), (drawn, width) => {
      const sent = { kind: "drawn", name: "Ellen Marsh", path: pathOf(drawn, width) };
      expect(drawnSignature.safeParse(sent).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});
