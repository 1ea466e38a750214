# Peregrine in a container: built with a JDK, run on a runtime of just what it needs.
#   docker build -t peregrine .
ARG JDK=docker.io/library/eclipse-temurin:25-jdk
ARG BASE=docker.io/library/debian:bookworm-slim

FROM ${JDK} AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/peregrine
COPY . .
RUN ./peregrine build
# What is in it, for whoever has to know: every library with its version and licence.
RUN mvn -B -q -ntp -Dquick org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DincludeTestScope=false \
      -DoutputFormat=json -DoutputName=sbom -DoutputDirectory=/opt/peregrine/peregrine-host/target/peregrine
RUN jlink --output /opt/runtime --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 \
      --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.incubator.vector,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.xml.dom,jdk.zipfs

FROM ${BASE}
# Text on pictures is recognised with tesseract; fonts are asked for by what draws PDFs.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates fontconfig libfreetype6 tesseract-ocr tesseract-ocr-deu tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 8502 --home-dir /data --shell /usr/sbin/nologin peregrine \
    && install -d -o peregrine -g peregrine /data
COPY --from=build /opt/runtime /opt/java
COPY --from=build /opt/peregrine/peregrine /opt/peregrine/LICENSE /opt/peregrine/
COPY --from=build /opt/peregrine/deploy/healthy /opt/peregrine/deploy/restore-drill.sh /opt/peregrine/deploy/
COPY --from=build /opt/peregrine/peregrine-host/target/peregrine /opt/peregrine/peregrine-host/target/peregrine
ENV PEREGRINE_JAVA_HOME=/opt/java PEREGRINE_HOME=/data PEREGRINE_LOG=stderr LANG=C.UTF-8
# The start cache: made once here, because the root of the container is read-only later.
RUN PEREGRINE_HOME=/tmp/warm-up PEREGRINE_START_CACHE=now /opt/peregrine/peregrine --version \
    && rm -rf /tmp/*
USER 8502:8502
WORKDIR /data
VOLUME /data
EXPOSE 8502 8504 8505
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["/opt/peregrine/deploy/healthy"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/bin/tini", "--", "/opt/peregrine/peregrine"]
CMD ["start"]
