package dev.peregrine.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Lets a real server of this machine answer what a {@link RecordedServer} is asked, so that a
 * contract can put its faults between. Addresses that the real one names stay its own.
 */
public final class PassedOn implements Function<RecordedRequest, RecordedAnswer> {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What belongs to a connection, and what this client sets itself. */
  private static final Set<String> OWN =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  private final URI server;

  /** The real server, without a slash at its end. */
  public PassedOn(URI server) {
    this.server = server;
  }

  @Override
  public RecordedAnswer apply(RecordedRequest request) {
    var passed =
        HttpRequest.newBuilder(URI.create(server.toString() + request.address()))
            .method(request.method(), BodyPublishers.ofByteArray(request.bytes()));
    request.headers().forEach((name, value) -> pass(name, value, passed::setHeader));
    try {
      HttpResponse<byte[]> response = CLIENT.send(passed.build(), BodyHandlers.ofByteArray());
      var headers = new LinkedHashMap<String, String>();
      for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
        pass(header.getKey(), header.getValue().getFirst(), headers::put);
      }
      return new RecordedAnswer(response.statusCode(), headers, response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return RecordedAnswer.status(503);
    }
  }

  private static void pass(String name, String value, BiConsumer<String, String> to) {
    if (!OWN.contains(name)) {
      to.accept(name, value);
    }
  }
}
