package dev.peregrine.recipes;

import static dev.peregrine.recipes.SampleRecipe.GOOD;
import static dev.peregrine.recipes.SampleRecipe.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a recipe asks, how often and where it stops. */
class RecipeRequestTest {

  private static final BoardQuery TWO =
      BoardQuery.all(100).withTitles(List.of("Java developer", "Cook"));

  private final RecordedServer server = RecordedServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachTitleIsAskedForUntilAPageIsShort() throws Exception {
    server.answer(
        "/jobs",
        request ->
            answer(request.query("page").orElse("").equals("1") ? List.of(1, 2) : List.of(3)));

    Searched searched = search(GOOD, TWO);

    assertThat(searched.ids()).containsExactly("1", "2", "3");
    assertThat(addresses())
        .containsExactly(
            "/jobs?q=Java%20developer&page=1",
            "/jobs?q=Java%20developer&page=2", "/jobs?q=Cook&page=1");
  }

  @Test
  void aServerThatRepeatsItselfIsLeft() throws Exception {
    server.answer("/jobs", answer(List.of(1, 2)));

    search(GOOD, BoardQuery.all(100));

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aMissingPageIsTheEnd() throws Exception {
    server.answer(
        "/jobs",
        request ->
            request.query("page").orElse("").equals("1")
                ? answer(List.of(1, 2))
                : RecordedAnswer.status(404));

    assertThat(search(GOOD, BoardQuery.all(100)).failure()).isEmpty();
  }

  @Test
  void offsetsAndCursorsTurnPagesToo() throws Exception {
    server.answer(
        "/jobs",
        request ->
            RecordedAnswer.json(
                request.query("at").isEmpty()
                    ? "{\"jobs\": [%s], \"next\": \"c2\"}".formatted(row(1))
                    : "{\"jobs\": [%s], \"next\": null}".formatted(row(2))));
    search(
        with("page: \"{page}\"", "at: \"{cursor}\"").replace("size: 2", "next: next"),
        BoardQuery.all(100));
    assertThat(addresses()).containsExactly("/jobs", "/jobs?at=c2");

    server.forgetRequests();
    server.answer(
        "/jobs",
        request -> answer(List.of(request.query("from").orElse("").equals("0") ? 1 : 3, 2)));
    search(with("page: \"{page}\"", "from: \"{offset}\""), BoardQuery.all(100));
    assertThat(addresses()).containsExactly("/jobs?from=0", "/jobs?from=2", "/jobs?from=4");
  }

  @Test
  void whatIsWantedIsToldInManyWays() throws Exception {
    String recipe =
        with(
            "query: {q: \"{title}\", page: \"{page}\"}",
            """
            query: {l: "{location}", c: "{country|upper}", km: "{distance-km}", mi: "{distance-miles}",
                d: "{max-age-days}", h: "{max-age-hours}", s: "{since}", r: "{remote-only}",
                p: "{page}"}""");
    server.answer("/jobs", answer(List.of()));

    search(
        recipe,
        BoardQuery.all(5)
            .withLocations(List.of("Berlin"))
            .withCountry(Optional.of("DE"))
            .withDistanceKm(OptionalInt.of(30))
            .withMaxAge(Optional.of(Duration.ofHours(30))));

    assertThat(addresses())
        .containsExactly("/jobs?l=Berlin&c=DE&km=30&mi=19&d=2&h=30&s=2026-11-21&p=1");
    assertThat(Recipes.read(recipe, "test").descriptor().applies())
        .isEqualTo(
            Set.of(
                BoardFilter.TITLE,
                BoardFilter.LOCATION,
                BoardFilter.DISTANCE,
                BoardFilter.AGE,
                BoardFilter.REMOTE));
  }

  @Test
  void aBoardThatIsNotToldTheTitleIsReadAndFiltered() throws Exception {
    server.answer(
        "/jobs",
        RecordedAnswer.json(
            "{\"jobs\": [%s, %s]}"
                .formatted(row(1), row(2).replace("Engineer 2", "Java Developer"))));

    assertThat(search(with("q: \"{title}\", ", ""), TWO).ids()).containsExactly("2");
  }

  @Test
  void jsonIsSentWithoutWhatIsEmptyAndCannotBeBrokenOutOf() throws Exception {
    String recipe =
        with("get:", "post:")
            .replace(
                "query: {q: \"{title}\", page: \"{page}\"}",
                "json: {q: \"{title}\", where: {city: \"{location}\"}, page: \"{page|number}\", strict: true, list: [\"{title}\"]}");
    server.answer("/jobs", answer(List.of()));

    search(recipe, BoardQuery.all(5).withTitles(List.of("a\", \"b\\\n")));

    assertThat(server.requests().getFirst().body())
        .isEqualTo(
            "{\"q\":\"a\\\", \\\"b\\\\\\u000a\",\"where\":{},\"page\":1,\"strict\":true,\"list\":[\"a\\\", \\\"b\\\\\\u000a\"]}");
  }

  @Test
  void formsAndSignInAreSent() throws Exception {
    String recipe =
        with("get:", "post:")
            .replace(
                "query: {q: \"{title}\", page: \"{page}\"}",
                "form: {q: \"{title}\", page: \"{page}\"}\n  basic: {user: \"{key}\"}")
            .replace("rows:", "settings: {key: {secret: Key}}\nrows:");
    server.answer("/jobs", answer(List.of()));

    search(recipe, TWO, Map.of("key", "abcdef"));

    RecordedRequest asked = server.requests().getFirst();
    assertThat(asked.body()).isEqualTo("q=Java+developer&page=1");
    assertThat(asked.headers()).containsEntry("authorization", "Basic YWJjZGVmOg==");
  }

  @Test
  void aKeyThatIsMissingOrNotAcceptedIsTheSettings() throws Exception {
    String recipe = with("rows:", "settings: {key: {secret: Key}}\nrows:");
    assertThat(search(recipe, TWO).failure().orElseThrow())
        .hasMessage("\"Key\" is missing. Enter it in the settings of Acme.");
    assertThat(server.requests()).isEmpty();

    server.answer("/jobs", RecordedAnswer.status(403));
    assertThat(search(recipe, TWO, Map.of("key", "abcdef")).failure().orElseThrow().kind())
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aTitleStaysOneStepOfThePath() throws Exception {
    server.answer("/jobs/a/b c", answer(List.of()));
    String recipe =
        with("/jobs\n", "/jobs/{title}\n").replace("query: {q: \"{title}\", page", "query: {page");

    search(recipe, BoardQuery.all(5).withTitles(List.of("a/b c", "..")));

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().getFirst().address().getRawPath()).isEqualTo("/jobs/a%2Fb%20c");
  }

  private Searched search(String recipe, BoardQuery query) throws InterruptedException {
    return search(recipe, query, Map.of());
  }

  private Searched search(String recipe, BoardQuery query, Map<String, String> settings)
      throws InterruptedException {
    RecipeBoard board = Recipes.read(recipe, "test");
    var values = new HashMap<>(settings);
    values.put("base-url", server.address().toString());
    return Searched.by(
        board,
        query,
        new FakeBoardContext(board.descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z")));
  }

  private List<String> addresses() {
    return server.requests().stream().map(asked -> asked.address().toString()).toList();
  }

  private static RecordedAnswer answer(List<Integer> rows) {
    return RecordedAnswer.json(
        "{\"jobs\": [%s]}"
            .formatted(String.join(",", rows.stream().map(RecipeRequestTest::row).toList())));
  }

  private static String row(int number) {
    return "{\"id\": %1$d, \"title\": \"Engineer %1$d\", \"url\": \"https://acme.example/%1$d\"}"
        .formatted(number);
  }
}
