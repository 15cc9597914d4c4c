import { reportPhotos, serviceReports } from "./schema/reports";
import { storeFile } from "./seed-files";
import type { Fill } from "./seed-kinds";
import { storyPictures } from "./seed-pictures";

const readings = [
  { name: "Free chlorine", value: "2.1", unit: "ppm", range: "1 to 3" },
  { name: "pH", value: "7.4", unit: "", range: "7.2 to 7.6" },
  { name: "Total alkalinity", value: "92", unit: "ppm", range: "80 to 120" },
  { name: "Calcium hardness", value: "260", unit: "ppm", range: "200 to 400" },
  { name: "Filter pressure", value: "14", unit: "psi", range: "10 to 20" },
];

/** The visit that a report of the story tells of, on the morning of the day that it was sent. */
export const fillReport: Fill = async ({ tx, document, filesDir }) => {
  const { tenantId, id: documentId, sentAt } = document;
  const visitedAt = sentAt && new Date(sentAt.getTime() - 85 * 60_000);
  await tx
    .insert(serviceReports)
    .values({ tenantId, documentId, visitedAt, doneBy: "Marco Villa", readings });
  const pictures = await storyPictures("pool");
  for (const [place, { caption, content }] of pictures.entries()) {
    const file = {
      name: `${caption}.jpg`,
      contentType: "image/jpeg",
      content,
      width: 800,
      height: 800,
    } as const;
    const fileId = await storeFile(tx, tenantId, filesDir, file);
    await tx.insert(reportPhotos).values({ tenantId, documentId, fileId, caption, place });
  }
};
