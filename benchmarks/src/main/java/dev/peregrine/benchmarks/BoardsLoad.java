package dev.peregrine.benchmarks;

import com.sun.net.httpserver.HttpServer;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.plugins.Extension;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures the shipped boards against recorded answers: {@code benchmarks/run.sh BoardsLoad
 * FOLDER}, where FOLDER has a folder a board, named by its id, with answers in it; the largest is
 * taken. First all at once, each answered after 200 to 2,000 ms; then each alone without a wait,
 * for how many postings of it are read in a CPU second, transport included.
 */
public final class BoardsLoad {

  private static final int FASTEST_MS = 200;
  private static final int SLOWEST_MS = 2_000;
  private static final int ROUNDS = 3;
  private static final long PARSE_NANOS = 2_000_000_000L;

  private static final int ROWS = 500;
  private static final Pattern NAMING =
      Pattern.compile("(?i).*(?:id|key|slug|url|link|guid|shortcode|path|reference)");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, byte[]> answers;

  private BoardsLoad(Map<String, byte[]> answers) {
    this.answers = answers;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("BoardsLoad: name a folder with recorded answers, a folder a board.");
      System.exit(2);
    }
    new BoardsLoad(recorded(Path.of(arguments[0]))).run();
  }

  private static Map<String, byte[]> recorded(Path folder) throws IOException {
    var answers = new TreeMap<String, byte[]>();
    try (Stream<Path> boards = Files.list(folder)) {
      for (Path board : boards.filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.list(board)) {
          Optional<Path> largest =
              files
                  .filter(file -> file.toString().matches(".*\\.(json|xml|rss|html)"))
                  .max(Comparator.comparingLong(file -> file.toFile().length()));
          if (largest.isPresent()) {
            answers.put(board.getFileName().toString(), Files.readAllBytes(largest.get()));
          }
        }
      }
    }
    return answers;
  }

  private void run() throws Exception {
    Path shipped = Path.of(System.getProperty("peregrine.install")).resolve("plugins");
    for (int round = 1; round <= ROUNDS; round++) {
      // A home of its own: what was found before is known, and some boards rest after a search.
      try (var load = new LoadHome(Files.createTempDirectory("boards-load"), shipped)) {
        boolean last = round == ROUNDS;
        load.tenant.call(
            () -> {
              together(load);
              if (last) {
                slowest(load);
                alone(load);
              }
              return null;
            });
      }
    }
  }

  private void together(LoadHome load) throws IOException {
    List<Extension<JobBoard>> boards = boards(load);
    var servers = new ArrayList<HttpServer>();
    for (int at = 0; at < boards.size(); at++) {
      HttpServer server =
          serve("127.0.1." + (at + 1), answers.get(boards.get(at).id()), wait(at, boards.size()));
      servers.add(server);
      load.point(boards.get(at), server.getAddress());
    }
    load.profiles.save(
        SearchProfile.of("all", List.of(), List.of())
            .withMaxAge(Optional.empty())
            .withBoards(boards.stream().map(Extension::id).toList())
            .withEmployers(
                boards.stream()
                    .filter(board -> ((BoardDescriptor) board.descriptor()).searchesEmployers())
                    .collect(Collectors.toMap(Extension::id, board -> List.of("example")))));
    long begin = System.nanoTime();
    long task = load.discovery.start(List.of(), List.of()).id();
    while (load.tasks.find(task).orElseThrow().state().isLive()) {
      LockSupport.parkNanos(2_000_000);
    }
    double took = (System.nanoTime() - begin) / 1e9;
    RunView run = load.discovery.byTask(task).orElseThrow();
    System.out.printf(
        "%d boards at once, answered after %.1f to %.1f s: over after %.2f s, %d postings%n",
        boards.size(),
        FASTEST_MS / 1e3,
        SLOWEST_MS / 1e3,
        took,
        run.boards().stream().mapToInt(BoardOutcome::found).sum());
    run.boards().stream()
        .filter(outcome -> outcome.found() == 0)
        .forEach(outcome -> System.out.printf("  %s: %s%n", outcome.name(), outcome.sentence()));
    servers.forEach(server -> server.stop(0));
  }

  private static int wait(int at, int boards) {
    return FASTEST_MS + (SLOWEST_MS - FASTEST_MS) * at / Math.max(1, boards - 1);
  }

  /** How long each takes alone, with the same waits: several pages are several waits. */
  private void slowest(LoadHome load) throws Exception {
    List<Extension<JobBoard>> boards = boards(load);
    double most = 0;
    String slowest = "";
    for (int at = 0; at < boards.size(); at++) {
      Extension<JobBoard> board = boards.get(at);
      HttpServer server = serve("127.0.2.1", answers.get(board.id()), wait(at, boards.size()));
      long begin = System.nanoTime();
      ask(load, board, server.getAddress(), BoardQuery.all(50));
      double took = (System.nanoTime() - begin) / 1e9;
      if (took > most) {
        most = took;
        slowest = board.id();
      }
      server.stop(0);
    }
    System.out.printf("the slowest alone: %s, %.2f s%n", slowest, most);
  }

  private static int ask(
      LoadHome load, Extension<JobBoard> board, InetSocketAddress at, BoardQuery query)
      throws Exception {
    var there = new HashMap<String, String>();
    for (SettingSpec spec : board.descriptor().about().settings()) {
      // Keys that nobody checks here.
      if (spec instanceof SettingSpec.Secret || spec.key().equals("email")) {
        there.put(spec.key(), "load@example.com");
      }
    }
    there.put("base-url", "http://%s:%d".formatted(at.getHostString(), at.getPort()));
    boolean employers = ((BoardDescriptor) board.descriptor()).searchesEmployers();
    return load.discovery
        .tryBoard(
            board.id(),
            employers ? query.withEmployers(List.of(Employer.of("example"))) : query,
            there)
        .postings()
        .size();
  }

  private List<Extension<JobBoard>> boards(LoadHome load) {
    return load.plugins.extensions(JobBoard.class).stream()
        .filter(board -> answers.containsKey(board.id()))
        .toList();
  }

  private void alone(LoadHome load) throws Exception {
    for (Extension<JobBoard> board : boards(load)) {
      HttpServer server = serve("127.0.2.1", enlarged(answers.get(board.id())), 0);
      BoardQuery query = BoardQuery.all(100_000).withFullDescriptions(false);
      long postings = 0;
      long cpu = 0;
      long end = System.nanoTime() + PARSE_NANOS;
      for (int call = 0; System.nanoTime() < end; call++) {
        long before = cpu();
        int found = ask(load, board, server.getAddress(), query);
        if (call > 3) {
          postings += found;
          cpu += cpu() - before;
        }
      }
      System.out.printf("%-18s %8.0f postings a CPU second%n", board.id(), postings * 1e9 / cpu);
      server.stop(0);
    }
  }

  /** With the rows of its longest list again and again: the call itself is not what is measured. */
  private static byte[] enlarged(byte[] answer) {
    JsonNode root;
    try {
      root = JSON.readTree(answer);
    } catch (JacksonException notJson) {
      return answer;
    }
    Optional<ArrayNode> longest =
        lists(root).max(Comparator.comparingInt(list -> list.toString().length()));
    if (longest.isEmpty()) {
      return answer;
    }
    List<JsonNode> rows = new ArrayList<>();
    longest.get().forEach(rows::add);
    for (int at = 0; rows.size() > 0 && longest.get().size() < ROWS; at++) {
      longest.get().add(renamed(rows.get(at % rows.size()).deepCopy(), at));
    }
    return JSON.writeValueAsBytes(root);
  }

  /** As another posting: with ids and addresses of its own. */
  private static JsonNode renamed(JsonNode row, int number) {
    if (row instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        if (!NAMING.matcher(name).matches() || value.isContainer()) {
          renamed(value, number);
        } else if (value.isString()) {
          object.put(name, value.stringValue() + "-" + number);
        } else if (value.isIntegralNumber()) {
          object.put(name, value.longValue() + number * 1_000_000L);
        }
      }
    }
    return row;
  }

  private static Stream<ArrayNode> lists(JsonNode node) {
    Stream<ArrayNode> below = node.valueStream().flatMap(BoardsLoad::lists);
    return node instanceof ArrayNode list && list.size() > 0 && list.get(0).isObject()
        ? Stream.of(list)
        : below;
  }

  private HttpServer serve(String address, byte[] answer, int wait) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(address, 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    String start = new String(answer, 0, Math.min(200, answer.length)).strip();
    String type =
        start.startsWith("{") || start.startsWith("[")
            ? "application/json"
            : start.startsWith("<?xml") ? "application/xml" : "text/html; charset=utf-8";
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            LockSupport.parkNanos(wait * 1_000_000L);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    return server;
  }

  /** Of all threads but those of the compiler and the collector: fair on a busy machine. */
  private static long cpu() {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getAllThreadIds()).map(threads::getThreadCpuTime).sum();
  }
}
