# hefa in a container: docker run --rm -v "$PWD:/work" ghcr.io/hefa-cli/hefa check
FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm pack --ignore-scripts --pack-destination /tmp \
  && npm install --global --prefix /opt/hefa --omit=dev --ignore-scripts --no-audit --no-fund /tmp/hefa-*.tgz

FROM node:24-slim
LABEL org.opencontainers.image.source="https://github.com/hefa-cli/hefa" \
  org.opencontainers.image.description="Tells before release whether every server domain of a mini program will work on every phone." \
  org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/hefa /opt/hefa
ENV PATH=/opt/hefa/bin:$PATH
USER node
WORKDIR /work
ENTRYPOINT ["hefa"]
CMD ["--help"]
