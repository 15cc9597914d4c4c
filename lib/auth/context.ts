/** What a route is called with beside its request. Of an address with no part in brackets, the parts are undefined. */
export type Context = { params: Promise<Record<string, string> | undefined> };

/** The parts of the address that stand in brackets, by their names; none where the address has none. */
export const paramsOf = async ({ params }: Context): Promise<Record<string, string>> => (await params) ?? {};
