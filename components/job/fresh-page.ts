/** Whether somebody is at a form of this page: a dialog is open, or a field holds what they have not sent. */
export function isWriting(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return (
    document.querySelector("dialog[open]") !== null ||
    Array.from(fields).some(({ value, defaultValue }) => value !== defaultValue)
  );
}

/** Loads the job anew as soon as nobody is writing on its page. Answers with how to give that up. */
export function loadAnew(token: string): () => void {
  const given = new AbortController();
  const look = () => {
    if (!isWriting()) location.assign(`/j/${token}`);
  };
  look();
  for (const event of ["close", "input"])
    document.addEventListener(event, look, { capture: true, signal: given.signal });
  return () => given.abort();
}
