/** The environment of unit and database tests: keys of no worth, and an origin that nothing listens on. */
export const environment = {
  APP_ORIGIN: "http://localhost:3999",
  DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/none",
  LINK_KEYS: `a:${"5a".repeat(32)}`,
  SESSION_KEYS: `a:${"c3".repeat(32)}`,
  LOG_LEVEL: "silent",
};

Object.assign(process.env, environment);
