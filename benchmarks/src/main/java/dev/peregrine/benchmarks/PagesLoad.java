package dev.peregrine.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the pages of a running Peregrine under eight clients: {@code benchmarks/run.sh PagesLoad
 * http://localhost:8502}. Fill its data folder with {@code PipelineLoad} first.
 */
public final class PagesLoad {

  private static final int CLIENTS = 8;
  private static final int CALLS = 250;

  private PagesLoad() {}

  public static void main(String[] arguments) throws Exception {
    String address = arguments.length > 0 ? arguments[0] : "http://localhost:8502";
    if (!URI.create(address).getHost().equals("localhost")) {
      throw new IllegalArgumentException("Only a Peregrine on this machine is loaded: " + address);
    }
    for (int round = 0; round < 5; round++) {
      measure(address, "list, 50 rows", "/review?view=list");
      measure(address, "list, newest", "/review?view=list&sort=newest");
      measure(address, "search, one word", "/review?view=list&q=kubernetes");
      measure(address, "search, two common words", "/review?view=list&q=team+experience");
      measure(address, "one by one", "/review");
    }
  }

  private static void measure(String address, String what, String path) throws Exception {
    var took = new long[CLIENTS * CALLS];
    var request = HttpRequest.newBuilder(URI.create(address + path)).build();
    try (var clients = Executors.newFixedThreadPool(CLIENTS);
        var http = HttpClient.newHttpClient()) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int offset = client * CALLS;
        Callable<Object> calls =
            () -> {
              for (int call = 0; call < CALLS; call++) {
                long begin = System.nanoTime();
                int status =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
                if (status != 200) {
                  throw new IllegalStateException(path + " answered " + status);
                }
                took[offset + call] = System.nanoTime() - begin;
              }
              return took;
            };
        running.add(clients.submit(calls));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "%-28s p50 %6.1f ms  p99 %6.1f ms%n",
        what, took[took.length / 2] / 1e6, took[took.length * 99 / 100] / 1e6);
  }
}
