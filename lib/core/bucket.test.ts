import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBucket } from "./bucket";
import { signatureOf, startBucket } from "./bucket-fixture";
import { readSettings } from "./env";

let store: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  store = await startBucket();
});
afterEach(() => {
  store.state.status = null;
});
afterAll(() => store.stop());

it("the store of these tests reckons the signature of the protocol's own example", () => {
  const authorization =
    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
  const headers = {
    host: "examplebucket.s3.amazonaws.com",
    range: "bytes=0-9",
    "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-amz-date": "20130524T000000Z",
  };
  const asked = { method: "GET", path: "/test.txt", query: "", headers, authorization };
  expect(authorization).toContain(signatureOf(asked, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
});

describe("files in an object store", () => {
  it("are kept under their key, replaced and forgotten", async () => {
    const bucket = openBucket(store.settings);
    expect(await bucket.get("a/b")).toBeNull();
    await bucket.put("a/b", Buffer.from([1, 2, 3]));
    await bucket.put("a/b", Buffer.from([4]));
    expect([...store.objects.keys()]).toEqual(["/florist/a/b"]);
    expect(await bucket.get("a/b")).toEqual(Buffer.from([4]));
    await bucket.remove("a/b");
    await bucket.remove("a/b");
    expect(await bucket.get("a/b")).toBeNull();
  });

  it("may be as large as any that is taken in", async () => {
    const bucket = openBucket(store.settings);
    const large = Buffer.alloc(26 * 1024 * 1024, 7);
    await bucket.put("large", large);
    expect((await bucket.get("large"))?.equals(large)).toBe(true);
    await bucket.remove("large");
  });

  it("are never half kept: what the store refuses, or does not answer, is an error that says to try again", async () => {
    const wrong = openBucket({ ...store.settings, secretAccessKey: "another secret" });
    const away = openBucket({ ...store.settings, endpoint: "http://127.0.0.1:9" });
    const unavailable = { code: "unavailable" };
    for (const bucket of [wrong, away]) {
      await expect(bucket.put("x", Buffer.of(1))).rejects.toMatchObject(unavailable);
      await expect(bucket.get("x")).rejects.toMatchObject(unavailable);
      await expect(bucket.remove("x")).rejects.toMatchObject(unavailable);
    }
    store.state.status = 503;
    await expect(openBucket(store.settings).get("x")).rejects.toMatchObject(unavailable);
    expect(store.objects.size).toBe(0);
  });
});

describe("the settings of an object store", () => {
  const keys = { S3_BUCKET: "florist", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" };
  const read = (given: Record<string, string>) => readSettings({ ...process.env, ...given }).BUCKET;

  it("name Amazon's own where no endpoint is given", () => {
    expect(read({})).toBeNull();
    expect(read({ ...keys, S3_REGION: "eu-west-3" })?.endpoint).toBe("https://s3.eu-west-3.amazonaws.com");
    expect(read({ ...keys, S3_ENDPOINT: "http://minio:9000/" })?.endpoint).toBe("http://minio:9000");
  });

  it.each(Object.keys(keys))("are refused without %s", (missing) => {
    const some = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== missing));
    expect(() => read(some)).toThrow("S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together");
  });
});
