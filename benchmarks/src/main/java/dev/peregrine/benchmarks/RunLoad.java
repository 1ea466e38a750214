package dev.peregrine.benchmarks;

import com.sun.net.httpserver.HttpServer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.tasks.Tasks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Measures a search: ten boards of a real plugin, each answered after 300 ms with 100 postings,
 * until all are stored and deduplicated, and until all are scored. {@code benchmarks/run.sh RunLoad
 * [rounds]}.
 */
public final class RunLoad {

  private static final int BOARDS = 10;
  private static final int POSTINGS = 100;
  private static final Duration ANSWER = Duration.ofMillis(300);

  private static final String BOARD =
      """
      package load;
      import dev.peregrine.api.*;
      import dev.peregrine.api.board.*;
      import java.net.URI;
      import java.util.Optional;
      import java.util.function.Consumer;
      public final class Board%1$d implements JobBoard {
        public BoardDescriptor descriptor() {
          return BoardDescriptor.feed(About.of("load-%1$d", "Load %1$d", "For measuring.")
              .withSettings(SettingSpec.baseUrl("http://localhost:1")));
        }
        public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
            throws ExtensionException, InterruptedException {
          URI base = context.settings().address("base-url").orElseThrow();
          for (Json row : context.http().fetch(HttpCall.get(HttpCall.under(base, "load-%1$d"))).json().items()) {
            found.accept(Posting.of(row.at("id").text().orElseThrow(), row.at("title").text().orElseThrow(),
                    URI.create(row.at("url").text().orElseThrow()))
                .withCompany(row.at("company").text())
                .withDescription(row.at("description").text()));
          }
        }
      }
      """;

  private final AtomicInteger round = new AtomicInteger();
  private final List<String> words = new ArrayList<>();

  /** Made before the clock starts: the boards' own work is not the program's. */
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  private RunLoad() {
    var random = new Random(11);
    for (int i = 0; i < 8_000; i++) {
      var word = new StringBuilder();
      for (int letter = 0; letter < 3 + random.nextInt(7); letter++) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
  }

  public static void main(String[] arguments) throws Exception {
    new RunLoad().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12);
  }

  private void run(int rounds) throws Exception {
    Path home = Files.createTempDirectory("run-load");
    Path install = Path.of(System.getProperty("peregrine.install"));
    // An address of its own for each board, as in life: calls to one host wait for each other.
    var servers = new ArrayList<HttpServer>();
    for (int board = 0; board < BOARDS; board++) {
      servers.add(serve("127.0.0." + (board + 1)));
    }
    writePlugin(home.resolve("shipped"), install);
    Files.copy(
        install.resolve("plugins").resolve("scorer-keywords-0.1.0.jar"),
        home.resolve("shipped").resolve("scorer-keywords.jar"));
    try (var load = new LoadHome(home, home.resolve("shipped"))) {
      load.tenant.call(
          () -> {
            load.resumes.save(text(new Random(1), 500), "resume.txt");
            load.profiles.save(SearchProfile.of("everything", List.of(), List.of()));
            for (var board : load.plugins.extensions(JobBoard.class)) {
              int number = Integer.parseInt(board.id().substring("load-".length()));
              load.point(board, servers.get(number).getAddress());
            }
            for (int i = 0; i < rounds; i++) {
              once(load.discovery, load.tasks, load.jobs);
            }
            return null;
          });
    } finally {
      servers.forEach(server -> server.stop(0));
    }
  }

  private void once(Discovery discovery, Tasks tasks, Jobs jobs) {
    int number = round.incrementAndGet();
    for (int board = 0; board < BOARDS; board++) {
      answers.put("load-" + board, answer("load-" + board));
    }
    long cpu = LoadHome.cpu();
    long begin = System.nanoTime();
    long task = discovery.start(List.of(), List.of()).id();
    while (tasks.find(task).orElseThrow().state().isLive()) {
      LockSupport.parkNanos(10_000_000);
    }
    double stored = (System.nanoTime() - begin) / 1e9;
    while (!tasks.active().isEmpty() || unscored(jobs)) {
      LockSupport.parkNanos(10_000_000);
    }
    double scored = (System.nanoTime() - begin) / 1e9;
    RunView run = discovery.byTask(task).orElseThrow();
    int kept = run.boards().stream().mapToInt(BoardOutcome::kept).sum();
    System.out.printf(
        "run %2d: %d kept of %d, stored after %.2f s, all scored after %.2f s, %.2f CPU-s%n",
        number, kept, BOARDS * POSTINGS, stored, scored, (LoadHome.cpu() - cpu) / 1e9);
  }

  private static boolean unscored(Jobs jobs) {
    // Newest first: what this run brought.
    return jobs
        .page(JobFilter.all().withOrder(JobFilter.Order.NEWEST), Optional.empty(), 50)
        .rows()
        .stream()
        .map(JobRow::score)
        .anyMatch(Optional::isEmpty);
  }

  private HttpServer serve(String address) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(address, 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            LockSupport.parkNanos(ANSWER.toNanos());
            byte[] body = answers.get(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }

  private byte[] answer(String board) {
    var random = new Random(board.hashCode() * 1_000L + round.get());
    var json = new StringBuilder("[");
    for (int i = 0; i < POSTINGS; i++) {
      String id = board + "-" + round.get() + "-" + i;
      json.append(i == 0 ? "" : ",")
          .append(
              "{\"id\":\"%s\",\"title\":\"%s engineer\",\"company\":\"%s\",\"url\":\"https://jobs.example/%s\",\"description\":\"%s\"}"
                  .formatted(
                      id,
                      words.get(random.nextInt(words.size())),
                      words.get(random.nextInt(words.size())),
                      id,
                      text(random, 400)));
    }
    return json.append("]").toString().getBytes(StandardCharsets.UTF_8);
  }

  private String text(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(words.get((int) (words.size() * Math.pow(random.nextDouble(), 4)))).append(' ');
    }
    return text.toString();
  }

  private static void writePlugin(Path shipped, Path install) throws IOException {
    Path work = Files.createTempDirectory("run-load-plugin");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                work.resolve("classes").toString(),
                "-proc:none",
                "-cp",
                install.resolve("api").resolve("peregrine-api-0.1.0.jar").toString()));
    for (int i = 0; i < BOARDS; i++) {
      Path source = work.resolve("Board" + i + ".java");
      Files.writeString(source, BOARD.formatted(i));
      arguments.add(source.toString());
    }
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))
        != 0) {
      throw new IllegalStateException("The boards do not compile.");
    }
    Files.createDirectories(shipped);
    try (var jar = new JarOutputStream(Files.newOutputStream(shipped.resolve("board-load.jar")));
        Stream<Path> classes = Files.walk(work.resolve("classes"))) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + JobBoard.class.getName()));
      for (String name : IntStream.range(0, BOARDS).mapToObj(i -> "load.Board" + i).toList()) {
        jar.write((name + "\n").getBytes(StandardCharsets.UTF_8));
      }
      for (Path file : classes.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(work.resolve("classes").relativize(file).toString()));
        jar.write(Files.readAllBytes(file));
      }
    }
  }
}
