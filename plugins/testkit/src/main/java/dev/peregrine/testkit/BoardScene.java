package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a board's contract needs to know of the board, and the server that it is tried against. */
abstract class BoardScene {

  static final String EMPLOYER = "acme";

  private RecordedServer server = RecordedServer.start();

  /** The board under test, a new one each time. */
  protected abstract JobBoard board();

  /**
   * The path below {@code base-url} at which the board asks for its rows. The text {@code
   * {employer}} stands for the short name of an employer.
   */
  protected abstract String path();

  /**
   * A good row as the service sends it, written by you in its shape. Rows of different numbers
   * differ in id, title and address. Every row holds at least one letter that is not ASCII.
   */
  protected abstract String row(int number);

  /** A whole answer with these rows, and with what stands around them. */
  protected abstract String answer(List<String> rows);

  /** What the service says its answers are. */
  protected String contentType() {
    return "application/json; charset=utf-8";
  }

  /** Rows from which no posting can be made; each must be reported and cost only itself. */
  protected List<String> brokenRows() {
    if (isJson()) {
      return List.of("{}", "null", "17", "\"row\"", "[]", "{\"id\":{\"a\":1},\"title\":[]}");
    }
    Matcher element = Pattern.compile("<([A-Za-z][\\w:.-]*)").matcher(row(0));
    assertThat(element.find()).as("the row holds an element").isTrue();
    String name = element.group(1);
    return List.of("<%s></%s>".formatted(name, name), "<%s>row</%s>".formatted(name, name));
  }

  /** Values of settings that the board needs beside {@code base-url}; secrets are set already. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** Answers that the board needs beside the one with its rows, such as details of a row. */
  protected void prepare(RecordedServer ready) {}

  /**
   * A query that the filter makes narrower, so that the board asks for something else or finds
   * less. Change it where the board knows only certain values.
   */
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return switch (filter) {
      case TITLE -> query.withTitles(List.of("Unicorn keeper"));
      case LOCATION -> query.withLocations(List.of("Reykjavik")).withCountry(Optional.of("IS"));
      case REMOTE -> query.withRemote(Set.of(RemoteMode.ON_SITE));
      case AGE -> query.withMaxAge(Optional.of(Duration.ofHours(1)));
      case DISTANCE -> with(query, OptionalInt.of(7), Set.of(), Optional.empty());
      case EMPLOYMENT_TYPE ->
          with(query, OptionalInt.empty(), Set.of(EmploymentType.VOLUNTEER), Optional.empty());
      case PAY ->
          with(query, OptionalInt.empty(), Set.of(), Optional.of(new BigDecimal("987654321")));
    };
  }

  @BeforeEach
  final void startServer() {
    server.close();
    server = RecordedServer.start();
    prepare(server);
  }

  @AfterEach
  final void stopServer() {
    server.close();
  }

  /** The server of this test. */
  protected final RecordedServer server() {
    return server;
  }

  /** Every posting up to a number; of one employer where the board searches employers. */
  protected final BoardQuery query(int limit) {
    return query(limit, EMPLOYER);
  }

  final BoardQuery query(int limit, String... employers) {
    BoardQuery all = BoardQuery.all(limit);
    return board().descriptor().searchesEmployers() ? all.withEmployers(employers(employers)) : all;
  }

  /** A context whose base address is the server's. */
  protected final FakeBoardContext context() {
    return contextAt(server.address().toString());
  }

  final FakeBoardContext contextAt(String address) {
    var values = new HashMap<>(settings());
    values.put("base-url", address);
    for (SettingSpec spec : board().descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        values.putIfAbsent(spec.key(), secret(spec.key()));
      }
    }
    return new FakeBoardContext(
        board().descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z"));
  }

  /** Serves an answer where the board asks for the rows of the employer {@code acme}. */
  protected final void serve(RecordedAnswer answer) {
    serve(EMPLOYER, answer);
  }

  final void serve(String employer, RecordedAnswer answer) {
    server.answer(path(employer), answer);
  }

  final String path(String employer) {
    return path().replace("{employer}", employer);
  }

  /** Serves good rows. */
  protected final void serveRows(String... rows) {
    serve(good(List.of(rows)));
  }

  final RecordedAnswer good(List<String> rows) {
    return RecordedAnswer.of(contentType(), answer(rows));
  }

  final List<String> rows(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::row).toList();
  }

  /** Searches and checks what holds for every search. */
  protected final Searched search(BoardQuery query) throws InterruptedException {
    return search(query, context());
  }

  final Searched search(BoardQuery query, FakeBoardContext context) throws InterruptedException {
    Searched searched = Searched.by(board(), query, context);
    assertThat(server.requests()).as("calls of one search").hasSizeLessThan(300);
    for (SettingSpec spec : board().descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        String secret = secret(spec.key());
        assertThat(searched.texts()).noneMatch(text -> text.contains(secret));
        assertThat(searched.trace()).as("what a log would show").doesNotContain(secret);
        assertThat(context.said()).noneMatch(text -> text.contains(secret));
        assertThat(searched.postings()).noneMatch(post -> post.toString().contains(secret));
      }
    }
    return searched;
  }

  final boolean isJson() {
    return contentType().contains("json");
  }

  final boolean isHtml() {
    return contentType().contains("text/html");
  }

  final List<Posting> goodPostings() throws InterruptedException {
    serve(good(rows(0, 3)));
    return search(query(100)).postings();
  }

  private static String secret(String key) {
    return "s3cret-" + key + "-9f8e7d";
  }

  private static BoardQuery with(
      BoardQuery query,
      OptionalInt distanceKm,
      Set<EmploymentType> types,
      Optional<BigDecimal> minAnnualPay) {
    return new BoardQuery(
        query.titles(),
        query.locations(),
        query.country(),
        query.remote(),
        distanceKm,
        query.maxAge(),
        types,
        minAnnualPay,
        query.employers(),
        query.limit(),
        query.offset(),
        query.fullDescriptions());
  }

  private static List<Employer> employers(String... slugs) {
    return Arrays.stream(slugs).map(Employer::of).toList();
  }
}
