// Uploads a file with tus-js-client, as another nation's system would: breaks off after some pieces, and goes on in a new
// process of thought from the address alone. Says what it saw as JSON.
import { readFileSync } from "node:fs";
import { Upload } from "tus-js-client";

const { address, token, record, file, name, pieces } = JSON.parse(process.env.INTERDICTION_UPLOAD);
const content = readFileSync(file);
const seen = { requests: [] };
const options = {
  endpoint: `${address}/api/v1/attachments`,
  headers: { Authorization: token },
  metadata: { record, filename: name, filetype: "application/octet-stream" },
  chunkSize: Math.ceil(content.length / pieces),
  retryDelays: [0, 500],
  onAfterResponse: (request, response) => seen.requests.push(`${request.getMethod()} ${response.getStatus()}`),
};

const run = (more, breakAfter) => new Promise((resolve, reject) => {
  const upload = new Upload(content, {
    ...options,
    ...more,
    onError: reject,
    onSuccess: () => resolve(upload),
    onChunkComplete: (_, sent) => {
      if (breakAfter && sent >= breakAfter)
        upload.abort().then(() => resolve(upload));
    },
  });
  upload.start();
});

try {
  const first = await run({}, content.length / 2);
  const second = await run({ uploadUrl: first.url });
  const ended = await run({ metadata: { ...options.metadata, filename: "ended" } }, 1);
  await ended.abort(true);
  console.log(JSON.stringify({ ...seen, url: second.url, ended: ended.url }));
} catch (error) {
  console.log(JSON.stringify({ ...seen, error: String(error) }));
  process.exit(1);
}
