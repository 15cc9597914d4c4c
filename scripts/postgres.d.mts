export type Postgres = {
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  ensureDatabase(database: string): Promise<void>;
  dropDatabase(database: string): Promise<unknown>;
  claim(number: number): Promise<boolean>;
  stop(): Promise<void>;
};

export declare function startPostgres(wish: {
  root: string;
  name?: string;
  fast?: boolean;
}): Promise<Postgres>;
