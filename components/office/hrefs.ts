/** The pages before and after one page of a list, whose place is told by the last row of the page before. */
export function pagesOf(list: string, asked: { q: string; after?: string | undefined }, next: string | null) {
  const at = (after?: string) =>
    `${list}?${new URLSearchParams({ ...(asked.q && { q: asked.q }), ...(after && { after }) })}`;
  return { backHref: asked.after ? at() : null, moreHref: next && at(next) };
}

/** Where things are in the office. */
export const hrefs = {
  inbox: "/inbox",
  order: (number: number) => `/inbox/${number}`,
  dispatch: (number: number) => `/inbox/${number}/dispatch`,
  cancel: (number: number) => `/inbox/${number}/cancel`,
  search: (words: string) => `/inbox/search?q=${encodeURIComponent(words)}`,
  findContractors: (words: string) => `/contractors/search?q=${encodeURIComponent(words)}`,
  findProperties: (words: string) => `/properties/search?q=${encodeURIComponent(words)}`,
  findForDispatch: (number: number, words: string) =>
    `/inbox/${number}/contractors?q=${encodeURIComponent(words)}`,
  orders: "/work-orders",
  newOrder: "/work-orders/new",
  stagePhoto: "/work-orders/photos",
  addPhoto: (number: number) => `/work-orders/${number}/photos`,
  editOrder: (number: number) => `/work-orders/${number}/edit`,
  contractors: "/contractors",
  newContractor: "/contractors/new",
  contractor: (id: string) => `/contractors/${id}`,
  properties: "/properties",
  newProperty: "/properties/new",
  property: (id: string) => `/properties/${id}`,
  settings: "/settings/security",
  file: (id: string) => `/files/${id}`,
} as const;
