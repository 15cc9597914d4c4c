import { parentPort, workerData } from "node:worker_threads";
import convert from "heic-convert";

parentPort?.postMessage(await convert({ buffer: workerData, format: "JPEG", quality: 0.92 }));
