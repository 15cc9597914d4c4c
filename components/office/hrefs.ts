/** Where things are in the office. */
export const hrefs = {
  inbox: "/inbox",
  order: (number: number) => `/inbox/${number}`,
  dispatch: (number: number) => `/inbox/${number}/dispatch`,
  cancel: (number: number) => `/inbox/${number}/cancel`,
  search: (words: string) => `/inbox/search?q=${encodeURIComponent(words)}`,
  orders: "/work-orders",
  newOrder: "/work-orders/new",
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
