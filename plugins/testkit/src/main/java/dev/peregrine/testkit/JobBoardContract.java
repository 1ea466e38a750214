package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link JobBoard} keeps. An author extends it with a test class, says which board it
 * is, at which path it asks and what its answers look like, and gets these tests; what is
 * particular to the board goes into tests of the same class.
 *
 * <p>The contract asks the descriptor what the board can do: what is declared is checked, and for
 * what is not declared the refusal is.
 */
@Timeout(120)
public abstract class JobBoardContract extends TruthfulPostings {

  private static final URI FOREIGN = URI.create("https://nobody.example/jobs/1?id=2#there");

  /** Which of the recorded answers in {@link Fixtures} have the shape that a search reads. */
  protected boolean isSearchAnswer(Path recorded) {
    return true;
  }

  /**
   * Which fields each row of a recorded answer holds; the contract then asks that every row becomes
   * a posting, that these fields are kept, and that no others are made up. Empty where a board says
   * only {@link #rowsIn}.
   */
  protected Optional<Held> held(String recorded) {
    return Optional.empty();
  }

  /**
   * What is asked for when a recorded answer is served: everything. Boards that ask for details of
   * each row, which are not recorded, leave them out here.
   */
  protected BoardQuery recordedQuery() {
    return query(1_000_000);
  }

  /** How many rows a recorded answer has that should become a posting or be reported. */
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.empty();
  }

  @Test
  void theDescriptorIsAConstantAndQuick() {
    BoardDescriptor descriptor =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> board().descriptor(), "constructor and descriptor");

    assertThat(board().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.about().summary()).isNotBlank();
    assertThat(descriptor.starters().stream().map(Employer::slug)).doesNotHaveDuplicates();
  }

  @Test
  void theServerAddressIsASetting() throws InterruptedException {
    SettingSpec.Address base =
        board().descriptor().about().settings().stream()
            .filter(spec -> spec.key().equals("base-url"))
            .map(SettingSpec.Address.class::cast)
            .findFirst()
            .orElseThrow(() -> new AssertionError("The board has no setting base-url."));
    base.initial()
        .map(URI::create)
        .ifPresent(initial -> assertThat(initial.getScheme()).isEqualTo("https"));
    server().answer("/mirror" + path(EMPLOYER), good(rows(0, 1)));

    Searched searched = search(query(10), contextAt(server().address() + "/mirror/"));

    assertThat(searched.postings()).hasSize(1);
    assertThat(server().requests()).allMatch(request -> request.path().startsWith("/mirror/"));
  }

  @Test
  void aGoodAnswerGivesItsPostings() throws InterruptedException {
    serve(good(rows(0, 3)));

    Searched searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.skipped()).isEmpty();
    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.postings().stream().map(Posting::url)).doesNotHaveDuplicates();
  }

  @Test
  void noMoreThanTheLimitIsHandedOver() throws InterruptedException {
    serve(good(rows(0, 9)));

    assertThat(search(query(4)).postings()).hasSize(4);
    assertThat(search(query(1)).postings()).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> filtersThatAreDeclaredAreAppliedAndOthersIgnored() {
    return Arrays.stream(BoardFilter.values())
        .map(filter -> test(filter.name(), () -> tell(filter)));
  }

  @Test
  void twentyCallsAtOnceGiveTheSame() throws Exception {
    List<Posting> alone = goodPostings();
    JobBoard board = board();
    var together = new CountDownLatch(20);
    Callable<List<Posting>> call =
        () -> {
          together.countDown();
          together.await();
          return Searched.by(board, query(100), context()).postings();
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Posting>>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(threads.submit(call));
      }
      for (Future<List<Posting>> one : calls) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  @Test
  void anInterruptedSearchStops() throws Exception {
    var hold = server().hold(path(EMPLOYER), good(rows(0, 3)));
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    board().search(query(10), context(), posting -> {});
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });
    hold.awaitRequest();

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).as("the search stopped").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @TestFactory
  Stream<DynamicTest> addressesOfOthersAreNotRecognised() {
    return Stream.of(
        test(
            "fetch",
            () -> {
              assertThat(board().fetch(FOREIGN, context())).isEmpty();
              assertThat(server().requests()).isEmpty();
            }),
        test("employer", () -> assertThat(board().employer(FOREIGN)).isEmpty()),
        test(
            "odd addresses",
            () -> {
              for (String odd :
                  List.of("mailto:a@b.example", "x", "https:///", "file:/etc/passwd")) {
                assertThat(board().employer(URI.create(odd))).isEmpty();
                assertThat(board().fetch(URI.create(odd), context())).isEmpty();
              }
            }));
  }

  @TestFactory
  Stream<DynamicTest> employers() {
    if (!board().descriptor().searchesEmployers()) {
      return Stream.of(
          test(
              "are ignored by a board that does not search them",
              () -> {
                serve(good(rows(0, 2)));
                BoardQuery query = query(10).withEmployers(List.of(Employer.of("nobody")));
                assertThat(search(query).postings()).hasSize(2);
              }));
    }
    return Stream.of(
        test("none: a sentence, and the starters are not used", this::tellNoEmployers),
        test("an unknown one is named", () -> tellUnknown("nobody-here")),
        test("only unknown ones", () -> tellUnknown("nobody-here", "nobody-there")),
        test("an unknown one among others costs only itself", this::tellOneUnknown),
        test("a failing one among others costs only itself", this::tellOneFailing),
        test("too many calls end the search", this::tellTooManyCalls),
        test("the limit holds for all together", this::tellSharedLimit));
  }

  /** The rules for the plugin's code; a board without code of its own overrides it. */
  @TestFactory
  protected Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(board().getClass());
  }

  @TestFactory
  Stream<DynamicTest> recordedAnswers() {
    List<Path> files =
        Fixtures.ofBoard(board().descriptor().about().id()).stream()
            .filter(this::isSearchAnswer)
            .toList();
    return Fixtures.tests(files, this::readRecorded);
  }

  private void readRecorded(Path file) throws IOException, InterruptedException {
    startServer();
    String recorded = Files.readString(file);
    serve(RecordedAnswer.of(contentType(), recorded));

    Searched searched = search(recordedQuery());

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).isNotEmpty();
    rowsIn(recorded)
        .ifPresent(
            rows ->
                assertThat(searched.postings().size() + searched.skipped().size())
                    .as("rows that became a posting or were reported")
                    .isEqualTo(rows));
    held(recorded).ifPresent(held -> tellHeld(file, held, searched));
  }

  private void tellHeld(Path file, Held held, Searched searched) {
    Conformance conformance = Conformance.of(held, searched);
    // For the record of the build, which keeps what its tests print.
    System.out.printf(
        "%s, %s: %s%n", board().descriptor().about().id(), file.getFileName(), conformance);
    conformance.check();
  }

  private void tell(BoardFilter filter) throws InterruptedException {
    serve(good(rows(0, 3)));
    BoardQuery wide =
        filter == BoardFilter.DISTANCE ? narrowed(query(10), BoardFilter.LOCATION) : query(10);
    Searched all = search(wide);
    List<RecordedRequest> asked = server().requests();
    server().forgetRequests();

    Searched some = search(narrowed(wide, filter));

    assertThat(some.failure()).as("a filter that fits nothing is no failure").isEmpty();
    boolean same =
        addresses(asked).equals(addresses(server().requests()))
            && all.postings().equals(some.postings());
    boolean declared = board().descriptor().applies().contains(filter);
    assertThat(same)
        .as(declared ? "%s is declared but changes nothing" : "%s is not declared", filter)
        .isEqualTo(!declared);
  }

  private static List<String> addresses(List<RecordedRequest> requests) {
    return requests.stream().map(request -> request.address() + request.body()).toList();
  }

  private void tellNoEmployers() throws InterruptedException {
    Searched searched = search(BoardQuery.all(10));

    assertThat(failure(searched).kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(server().requests()).isEmpty();
  }

  private void tellUnknown(String... slugs) throws InterruptedException {
    ExtensionException failure = failure(search(query(10, slugs)));

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"%s\"", slugs[0]);
  }

  private void tellOneUnknown() throws InterruptedException {
    serve("acme", good(rows(0, 2)));
    serve("globex", good(rows(2, 4)));

    Searched searched = search(query(10, "acme", "nobody-here", "globex"));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(4);
    assertThat(searched.skipped()).hasSize(1);
    assertThat(searched.skipped().getFirst().what()).contains("nobody-here");
    assertThat(searched.skipped().getFirst().why().kind()).isEqualTo(Kind.BAD_SETTINGS);
  }

  private void tellOneFailing() throws InterruptedException {
    serve("acme", RecordedAnswer.status(500));
    serve("globex", good(rows(2, 4)));

    Searched searched = search(query(10, "acme", "globex"));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(2);
    assertThat(searched.skipped()).hasSize(1);
    assertThat(searched.skipped().getFirst().why().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  private void tellTooManyCalls() throws InterruptedException {
    serve("acme", good(rows(0, 2)));
    serve("globex", RecordedAnswer.status(429).withHeader("Retry-After", "90"));
    serve("initech", good(rows(2, 4)));

    Searched searched = search(query(10, "acme", "globex", "initech"));

    assertThat(failure(searched).kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(searched.postings()).as("what was found before").hasSize(2);
    assertThat(server().requests()).noneMatch(asked -> asked.path().contains("initech"));
  }

  private void tellSharedLimit() throws InterruptedException {
    serve("acme", good(rows(0, 5)));
    serve("globex", good(rows(5, 10)));

    assertThat(search(query(6, "acme", "globex")).postings()).hasSize(6);
  }
}
