import { expect, it } from "vitest";
import { MINUTE } from "#lib/core/clock";
import { fakeGraph, graphRefusal } from "./fake-graph-fixture";
import { callGraph } from "./graph";

const call = { path: "1000/messages", token: "PAGE-TOKEN" };

it("asks with the version, the token, its proof and a JSON body, and gives the parsed answer", async () => {
  fakeGraph.answers(() => ({ body: { message_id: "m_1" } }));
  const body = { recipient: { id: "42" }, message: { text: "Été 🌸 / ok" } };
  expect(await callGraph({ ...call, body })).toEqual({ message_id: "m_1" });
  await callGraph({ path: "me/accounts", token: "USER", query: { limit: "100" } });
  await callGraph({ path: "oauth/access_token", token: null, query: { client_id: "1" } });
  expect(fakeGraph.requests).toMatchObject([
    { method: "POST", path: "1000/messages", token: "PAGE-TOKEN", proven: true, body },
    { method: "GET", path: "me/accounts", token: "USER", proven: true },
    { method: "GET", path: "oauth/access_token", token: "", proven: false },
  ]);
  expect(String(fakeGraph.requests.map(({ query }) => query))).not.toContain("PAGE-TOKEN");
});

it("sends files as a form", async () => {
  const file = { name: "filedata", fileName: "é.png", contentType: "image/png", bytes: new Uint8Array([137, 80]) };
  await callGraph({ ...call, form: { fields: { message: { attachment: { type: "image" } } }, files: [file] } });
  const text = String(fakeGraph.requests.at(-1)?.body);
  expect(text).toContain('{"attachment":{"type":"image"}}');
  expect(text).toContain('name="filedata"; filename="é.png"');
  expect(text).toContain("Content-Type: image/png");
});

it("says the platform's numbers, its trace and how full its limits are", async () => {
  const usage = { "42": [{ call_count: 101, total_time: 3, estimated_time_to_regain_access: 7 }] };
  const headers = { "x-business-use-case-usage": JSON.stringify(usage), "x-app-usage": '{"call_count":30}' };
  fakeGraph.answers(() => ({ ...graphRefusal(613, 1893016), headers }));
  await expect(callGraph(call)).rejects.toMatchObject({
    name: "GraphError",
    code: 613,
    subcode: 1893016,
    trace: "AbCdEf",
    httpStatus: 400,
    mayHaveArrived: false,
    usage: { percent: 101, restMs: 7 * MINUTE },
  });
});

it.each([
  ["a refusal", () => graphRefusal(100), 100, false],
  ["an unknown failure of the platform", () => graphRefusal(1, 99), 1, true],
  ["a 502 of something in between", () => ({ status: 502, body: "<html>" }), null, true],
  ["a 200 that is no JSON", () => ({ body: "<html>" }), null, true],
  ["a 404 that is no JSON", () => ({ status: 404, body: "" }), null, false],
  ["a connection reset after the request", () => "reset" as const, null, true],
  ["no answer in time", () => "hang" as const, null, true],
])("%s: tells whether the call may have been acted on", async (_, answer, code, mayHaveArrived) => {
  fakeGraph.answers(answer);
  await expect(callGraph({ ...call, timeoutMs: 60 })).rejects.toMatchObject({ code, mayHaveArrived });
});
