import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { AwsV4Signer } from "aws4fetch";
import { afterAll, beforeEach, expect, test } from "vitest";
import { newKey } from "./port";
import { s3Storage } from "./s3";

/** The examples of the S3 documentation, "Signature Calculations for the Authorization Header". */
const published = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  service: "s3",
  region: "us-east-1",
  datetime: "20130524T000000Z",
  allHeaders: true,
};
const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");

test("a GET is signed as the S3 documentation signs it", async () => {
  const signer = new AwsV4Signer({
    ...published,
    method: "GET",
    url: "https://examplebucket.s3.amazonaws.com/test.txt",
    headers: { range: "bytes=0-9", "x-amz-content-sha256": sha256("") },
  });
  expect(await signer.signature()).toBe("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
});

test("a PUT is signed as the S3 documentation signs it", async () => {
  const signer = new AwsV4Signer({
    ...published,
    method: "PUT",
    url: "https://examplebucket.s3.amazonaws.com/test$file.text",
    headers: {
      date: "Fri, 24 May 2013 00:00:00 GMT",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
      "x-amz-content-sha256": sha256("Welcome to Amazon S3."),
    },
    body: "Welcome to Amazon S3.",
  });
  expect(await signer.signature()).toBe("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
});

/** A provider that says what the test wants, and remembers what it was asked. */
const asked: { method?: string; url?: string; headers: IncomingHttpHeaders; body: string }[] = [];
let answer = { status: 200, body: "" };
const provider = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  asked.push({ method: request.method, url: request.url, headers: request.headers, body });
  response.writeHead(answer.status).end(answer.body);
});
await new Promise<void>((listening) => provider.listen(0, "127.0.0.1", listening));
const { port } = provider.address() as AddressInfo;
const bucket = s3Storage({
  endpoint: `http://127.0.0.1:${port}`,
  bucket: "files",
  region: "ap-southeast-2",
  accessKeyId: "AKIA",
  secretAccessKey: "secret",
});
const key = newKey(randomUUID());

beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: "" };
});
afterAll(() => provider.close());

test("content goes out with its type, its length and its hash, and the hash is signed", async () => {
  await bucket.put(key, Buffer.from("%PDF-1.4"), "application/pdf");
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    method: "PUT",
    url: `/files/${key}`,
    body: "%PDF-1.4",
    headers: {
      "content-type": "application/pdf",
      "content-length": "8",
      "x-amz-content-sha256": sha256("%PDF-1.4"),
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIA\/\d{8}\/ap-southeast-2\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
      ),
    },
  });
});

test("a refusal is thrown with the provider’s own words, and is not tried again", async () => {
  answer = { status: 403, body: "<Error><Code>SignatureDoesNotMatch</Code></Error>" };
  await expect(bucket.put(key, Buffer.from("x"), "image/png")).rejects.toThrow("403 <Error><Code>Signature");
  await expect(bucket.read(key)).rejects.toThrow("SignatureDoesNotMatch");
  await expect(bucket.remove(key)).rejects.toThrow("SignatureDoesNotMatch");
  expect(asked).toHaveLength(3);
});

test("a bucket that is not there is a surprise, not a file that is not there", async () => {
  answer = { status: 404, body: "<Error><Code>NoSuchBucket</Code></Error>" };
  await expect(bucket.read(key)).rejects.toThrow("NoSuchBucket");
  answer = { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
  expect(await bucket.read(key)).toBeUndefined();
});

test("a provider that stumbles is asked four times, then given up", async () => {
  answer = { status: 503, body: "<Error><Code>SlowDown</Code></Error>" };
  await expect(bucket.put(key, Buffer.from("x"), "image/png")).rejects.toThrow("SlowDown");
  expect(asked.map(({ body }) => body)).toEqual(["x", "x", "x", "x"]);
});
