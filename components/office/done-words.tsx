/** What a form did, beside its button, until it is sent once more. */
export const DoneWords = ({ pending, done }: { pending: boolean; done: string | undefined }) => (
  <p role="status" className="text-13 font-500 text-completed empty:hidden">
    {pending ? "" : done}
  </p>
);
