/** Things that stand still in an order and have no name of their own, each with the place that it is told by. */
export const inPlace = <Thing>(things: readonly Thing[]): { place: number; thing: Thing }[] =>
  things.map((thing, place) => ({ place, thing }));
