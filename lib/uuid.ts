const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text out of an address can be an id at all: one that can't is "not-found", before any query. */
export const isUuid = (text: string): boolean => form.test(text);
