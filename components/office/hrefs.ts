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
  invoiceOrder: (number: number) => `/work-orders/${number}/invoice`,
  editOrder: (number: number) => `/work-orders/${number}/edit`,
  clients: "/clients",
  newClient: "/clients/new",
  client: (id: string) => `/clients/${id}`,
  editClient: (id: string) => `/clients/${id}/edit`,
  findClients: (words: string) => `/clients/search?q=${encodeURIComponent(words)}`,
  importClients: "/clients/import",
  sendClientFile: "/clients/import/file",
  newDocument: (clientId: string, projectId?: string) =>
    `/clients/${clientId}/documents/new${projectId ? `?project=${projectId}` : ""}`,
  document: (clientId: string, id: string) => `/clients/${clientId}/documents/${id}`,
  sendDocument: (clientId: string, id: string) => `/clients/${clientId}/documents/${id}#sending-heading`,
  duplicateDocument: (clientId: string, id: string) => `/clients/${clientId}/documents/${id}/duplicate`,
  closeDocument: (clientId: string, id: string, as: string) =>
    `/clients/${clientId}/documents/${id}/close/${as}`,
  recordPayment: (clientId: string, id: string) => `/clients/${clientId}/documents/${id}/record-payment`,
  refundPayment: (clientId: string, id: string, paymentId: string) =>
    `/clients/${clientId}/documents/${id}/refund/${paymentId}`,
  addReportPhoto: (clientId: string, id: string) => `/clients/${clientId}/documents/${id}/report-photos`,
  addOptionPicture: (clientId: string, id: string) => `/clients/${clientId}/documents/${id}/option-pictures`,
  contractPdf: (id: string) => `/contracts/${id}/pdf`,
  invoicePdf: (id: string) => `/invoices/${id}/pdf`,
  receiptPdf: (invoiceId: string, paymentId: string) => `/invoices/${invoiceId}/receipts/${paymentId}`,
  statement: (clientId: string) => `/clients/${clientId}/statement`,
  templates: "/settings/templates",
  newTemplate: "/settings/templates/new",
  template: (id: string) => `/settings/templates/${id}`,
  projects: "/projects",
  newProject: (clientId?: string) => `/projects/new${clientId ? `?client=${clientId}` : ""}`,
  project: (id: string) => `/projects/${id}`,
  editProject: (id: string) => `/projects/${id}/edit`,
  shareFile: (projectId: string) => `/projects/${projectId}/files`,
  bills: "/bills",
  bill: (id: string) => `/bills/${id}`,
  exportBills: "/bills/export",
  contractors: "/contractors",
  newContractor: "/contractors/new",
  contractor: (id: string) => `/contractors/${id}`,
  properties: "/properties",
  newProperty: "/properties/new",
  property: (id: string) => `/properties/${id}`,
  money: "/money",
  moneyAfter: (after: string) => `/money?after=${after}#late-heading`,
  invoices: (asked: Record<string, string> = {}) => {
    const query = new URLSearchParams(asked).toString();
    return query ? `/money/invoices?${query}` : "/money/invoices";
  },
  exportInvoices: "/money/invoices/export",
  reminders: "/reminders",
  reminderSettings: "/settings/reminders",
  activity: "/activity",
  activityOf: (clientId: string) => `/activity?client=${clientId}`,
  exportActivity: "/activity/export",
  settings: "/settings/security",
  allSessions: (after?: string) => `/settings/security?sessions=all${after ? `&after=${after}` : ""}`,
  bank: (after?: string) => `/settings/bank${after ? `?after=${after}` : ""}#bank-past`,
  signOutOthers: "/settings/security/sign-out",
  file: (id: string) => `/files/${id}`,
} as const;
