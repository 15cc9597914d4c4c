import { readJob } from "../../../read-job";

export const dynamic = "force-dynamic";

export default async function Job({ params }) {
  const { token } = await params;
  const job = await readJob(token);
  return (
    <main>
      <h1>{job.title}</h1>
      <p>{job.scope}</p>
      <p>
        {job.street}, {job.suburb}
      </p>
      <form method="post" action={`/page/${token}`}>
        <button type="submit" name="action" value="ACCEPT">
          Accept
        </button>
      </form>
    </main>
  );
}
