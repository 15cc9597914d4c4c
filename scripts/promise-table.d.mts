import type { Spec } from "./results.mjs";

type Promised = { id: string; issue: number; promise: string };
type Row = Promised & { specs: Spec[]; state: "kept" | "broken" | "unproved" | "no spec" };

export declare function judge(promises: Promised[], specs: Spec[]): Row[];
export declare function overdue(rows: Row[], resolved: number[]): Row[];
export declare function strangers(promises: Promised[], specs: Spec[]): string[];
