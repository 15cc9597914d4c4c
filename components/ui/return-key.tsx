/**
 * What the return key presses in a form whose first button in sight does more than keep it: it submits the form, and nothing
 * else. It stands ahead of that button.
 */
export function ReturnKeySubmits({ form }: { form?: string }) {
  return <button type="submit" form={form} hidden />;
}
