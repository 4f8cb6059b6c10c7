# An image per service: docker build --target auth -t finflow-auth .
# Upload's worker and the migrations run in their service's image by another command (k8s/ names it).
#
# `npm run images:pin` writes the digests of both bases, where a registry can be reached; releases are refused
# without them.
ARG BASE=debian:trixie-slim
# Any Node with its npm installs; what runs is the Node that package-lock.json pins.
ARG BUILD_BASE=node:26-trixie-slim
# Of the dev stage.
ARG SERVICE=auth

# What decides the installation: while it stays the same, so does the layer that npm fills.
FROM ${BUILD_BASE} AS manifests
WORKDIR /finflow
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json -delete

FROM ${BUILD_BASE} AS built
WORKDIR /finflow
# The pinned Node is linked to libatomic, which slim bases lack. Whatever version the base's release has now.
# hadolint ignore=DL3008
RUN apt-get update -qq \
  && apt-get install -qq -y --no-install-recommends libatomic1 \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin
COPY --from=manifests /finflow ./
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
# One step: edge carries the page, and what is gathered has no layer of its own.
RUN npm run build --workspace edge/web && node_modules/.bin/node tools/images/gather.ts /images

# Node brings its own certificates and time zones.
FROM ${BASE} AS runtime
# The user has a name too: libraries that look for its home, as the one that draws pages of scans, end without one.
# hadolint ignore=DL3008
RUN apt-get update -qq \
  && apt-get install -qq -y --no-install-recommends libatomic1 \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin \
  && groupadd --gid 10001 finflow \
  && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin finflow
COPY --from=built /images/node/ /usr/local/bin/
WORKDIR /app
ENV NODE_ENV=production
# A number, so that Kubernetes can see that it is not root.
USER 10001:10001
STOPSIGNAL SIGTERM

FROM runtime AS auth
COPY --from=built /images/auth/ ./
EXPOSE 3001 3101
CMD ["node", "services/auth/src/main.ts"]

FROM runtime AS upload
COPY --from=built /images/upload/ ./
EXPOSE 3000 3100 3110
CMD ["node", "services/upload/src/main.ts"]

FROM runtime AS analytics
COPY --from=built /images/analytics/ ./
EXPOSE 3002 3102
CMD ["node", "services/analytics/src/main.ts"]

FROM runtime AS chatbot
COPY --from=built /images/chatbot/ ./
EXPOSE 3003 3103
CMD ["node", "services/chatbot/src/main.ts"]

FROM runtime AS edge
COPY --from=built /images/edge/ ./
EXPOSE 8080 50051 8180
CMD ["node", "edge/src/main.ts"]

# For `skaffold dev`, which copies changed files into running pods: never a release.
# hadolint ignore=DL3006
FROM ${SERVICE} AS dev
USER 0:0
RUN chown -R 10001:10001 /app
USER 10001:10001
