# The application without a database of its own: give it MAILLAGE_DB_URL, _USER and _PASSWORD.
FROM maven:3.9-eclipse-temurin-25 AS tools
# Node 24, which Vaadin's build needs.
COPY --from=node:24-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:24-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx

FROM tools AS build
WORKDIR /build
COPY pom.xml ./
COPY frontend frontend
COPY src src
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn -B -ntp package -DskipTests \
 && java -Djarmode=tools -jar target/maillage.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /maillage --create-home maillage \
 && mkdir /maillage/data && chown maillage /maillage/data
WORKDIR /maillage
# From what changes least to what changes most: an update of the application moves only its own layer.
COPY --from=build /build/layers/dependencies ./
COPY --from=build /build/layers/spring-boot-loader ./
COPY --from=build /build/layers/snapshot-dependencies ./
COPY --from=build /build/layers/application ./
COPY seeds/reference seeds/reference
COPY seeds/common-passwords.txt seeds/
USER maillage
ENV MAILLAGE_ADDRESS=0.0.0.0 MAILLAGE_PORT=8080 MAILLAGE_DATA=/maillage/data MAILLAGE_SEEDS=/maillage/seeds
EXPOSE 8080
VOLUME /maillage/data
# The image has no curl; bash can ask one address itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$MAILLAGE_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]
