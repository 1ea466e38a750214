package dev.peregrine.host.authors;

import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.http.RecordedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One search of a board, kept in a folder: what was asked for, each call with its answer, and the
 * postings that the board makes of them. The format is described in {@code
 * docs/howto/add-a-board.md}.
 *
 * @param at when it was recorded; the board's clock in a replay
 * @param outcome what became of it, such as {@code done} or {@code blocked}
 * @param settings of the board, with placeholders for secrets
 * @param postings as {@code --json} prints them
 */
public record Recording(
    String board,
    Instant at,
    String outcome,
    BoardQuery query,
    Map<String, String> settings,
    List<RecordedCall> calls,
    List<JsonNode> postings) {

  private static final String HEAD = "recording.json";
  private static final String CALLS = "calls.jsonl";
  private static final String POSTINGS = "postings.jsonl";

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  public Recording {
    settings = Map.copyOf(settings);
    calls = List.copyOf(calls);
    postings = List.copyOf(postings);
  }

  /** The head of a recording's folder. */
  private record Head(
      String board,
      String recordedAt,
      String outcome,
      RecordedQuery query,
      Map<String, String> settings) {

    Head {
      Stream.of(board, recordedAt, outcome, query, settings).forEach(Objects::requireNonNull);
    }
  }

  /** A line of its calls; the answer's text stands in a file of its own. */
  private record Line(
      String method,
      String host,
      String address,
      @Nullable String request,
      int status,
      @Nullable String contentType,
      @Nullable String body) {

    Line {
      Stream.of(method, host, address).forEach(Objects::requireNonNull);
    }
  }

  /** This with what the board makes of it. */
  public Recording with(Replay replay) {
    return new Recording(
        board, at, replay.state(), query, settings, calls, trees(replay.postings()));
  }

  /** Postings as they stand in a recording. */
  static List<JsonNode> trees(List<? extends Map<String, ? extends @Nullable Object>> postings) {
    // Through text, as from a file: 1.50 and 1.5 are the same amount there and here.
    return postings.stream()
        .map(posting -> JSON.readTree(JSON.writeValueAsString(posting)))
        .toList();
  }

  /** The recordings in a folder: itself, or those in it, sorted by name. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    if (Files.exists(folder.resolve(HEAD))) {
      return List.of(folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.exists(entry.resolve(HEAD))).sorted().toList();
    }
  }

  /** Writes it into a folder that is made where it is missing. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var head = new Head(board, at.toString(), outcome, RecordedQuery.of(query), settings);
    Files.writeString(
        folder.resolve(HEAD),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(head) + "\n");
    var lines = new ArrayList<String>();
    for (RecordedCall call : calls) {
      String file = "%03d.%s".formatted(lines.size() + 1, ending(call));
      if (!call.body().isEmpty()) {
        Files.writeString(folder.resolve(file), call.body());
      }
      lines.add(
          JSON.writeValueAsString(
              new Line(
                  call.method(),
                  call.host(),
                  call.address(),
                  call.request().orElse(null),
                  call.status(),
                  call.contentType().orElse(null),
                  call.body().isEmpty() ? null : file)));
    }
    Files.write(folder.resolve(CALLS), lines);
    Files.write(folder.resolve(POSTINGS), postings.stream().map(JsonNode::toString).toList());
  }

  private static String ending(RecordedCall call) {
    String type = call.contentType().orElse("");
    return Stream.of("json", "html", "xml").filter(type::contains).findFirst().orElse("txt");
  }

  /**
   * Reads it from its folder.
   *
   * @throws IOException with a sentence for the person where it is not a recording
   */
  public static Recording read(Path folder) throws IOException {
    try {
      Head head = JSON.readValue(Files.readString(folder.resolve(HEAD)), Head.class);
      var calls = new ArrayList<RecordedCall>();
      for (String line : Files.readAllLines(folder.resolve(CALLS))) {
        calls.add(call(JSON.readValue(line, Line.class), folder));
      }
      var postings = new ArrayList<JsonNode>();
      for (String line : Files.readAllLines(folder.resolve(POSTINGS))) {
        postings.add(JSON.readTree(line));
      }
      return new Recording(
          head.board(),
          Instant.parse(head.recordedAt()),
          head.outcome(),
          head.query().query(),
          head.settings(),
          calls,
          postings);
    } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
      throw new IOException(
          "Recording \"%s\" cannot be read, expected what board try --record writes. Record it again."
              .formatted(folder.getFileName()),
          broken);
    }
  }

  private static RecordedCall call(Line line, Path folder) throws IOException {
    return new RecordedCall(
        line.method(),
        line.host(),
        line.address(),
        Optional.ofNullable(line.request()),
        line.status(),
        Optional.ofNullable(line.contentType()),
        line.body() == null
            ? ""
            : Files.readString(folder.resolve(Path.of(line.body()).getFileName())));
  }
}
