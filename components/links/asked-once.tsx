/**
 * What the taps on one page have in common before the browser has a cookie of its own: two of them are one browser’s, and
 * each of the links that come opens there. Stands in each form that asks for a link.
 */
export const AskedOnce = () => <input type="hidden" name="once" value={crypto.randomUUID()} />;
