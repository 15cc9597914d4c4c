export type Spec = { title: string; promises: string[]; outcome: "passed" | "failed" | "skipped" };

export declare function unitSpecs(report: object): Spec[];
export declare function e2eSpecs(report: object): Spec[];
export declare function count(specs: Spec[]): Record<Spec["outcome"], number>;
export declare function specsOf(run: {
  file: string;
  read: (report: object) => Spec[];
  code: number;
  title: string;
}): Spec[];
