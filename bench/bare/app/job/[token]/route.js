import { readJob } from "../../../read-job";

export async function GET(_request, { params }) {
  return Response.json(await readJob((await params).token));
}
