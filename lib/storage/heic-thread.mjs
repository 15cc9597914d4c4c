import { parentPort } from "node:worker_threads";
import convert from "heic-convert";

parentPort?.once("message", async (buffer) => {
  parentPort?.postMessage(await convert({ buffer, format: "JPEG", quality: 0.92 }));
});
