import fc from "fast-check";
import { expect, test } from "vitest";
import { batchesOf, bytesOf, mostAtOnce } from "./read-photos";

const sizes = fc.array(fc.record({ size: fc.integer({ min: 1, max: 20_000_000 }) }), { maxLength: 40 });

test("photos go in their order, each once, and no more together than the server takes", () => {
  fc.assert(
    fc.property(sizes, (photos) => {
      const batches = batchesOf(photos);
      expect(batches.flat()).toEqual(photos);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(mostAtOnce.photos);
        if (batch.length > 1) expect(bytesOf(batch)).toBeLessThanOrEqual(mostAtOnce.bytes);
      }
    }),
  );
});

test("two photos of a phone go together", () => {
  expect(batchesOf([{ size: 1_800_000 }, { size: 2_400_000 }])).toHaveLength(1);
});
