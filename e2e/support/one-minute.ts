/** The limiter's windows begin with the clock's minutes: what a minute's end has cut in two is done again, once. */
export async function withinOneMinute<T>(run: () => Promise<T>): Promise<T> {
  const minute = () => Math.floor(Date.now() / 60_000);
  const began = minute();
  const first = await run().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (minute() !== began) return run();
  if ("error" in first) throw first.error;
  return first.value;
}
