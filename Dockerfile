# The HTTP service: docker build -t copydesk . && docker run -p 8787:8787 copydesk
FROM node:22-slim AS build
WORKDIR /copydesk
COPY . .
RUN npm ci --no-audit --no-fund && npm run build:cli

FROM node:22-slim
COPY --from=build /copydesk/dist /copydesk/dist
COPY --from=build /copydesk/package.json /copydesk/
USER node
EXPOSE 8787
CMD ["node", "/copydesk/dist/cli.js", "serve", "--host", "0.0.0.0", "--workers", "auto"]
