// An S3 server with one bucket, in a folder that is given; says its port, and ends with its input.
import S3rver from "s3rver";

const server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: process.argv[2], configureBuckets: [{ name: "evidence" }] });
const { port } = await server.run();
console.log(port);
process.stdin.resume();
process.stdin.on("end", () => server.close().then(() => process.exit(0)));
