const list = new Intl.ListFormat("en-AU", { type: "conjunction" });

/** Names one after the other: “Greenline Lawn and Bluewater Pools”. */
export const inAList = (names: string[]) => list.format(names);
