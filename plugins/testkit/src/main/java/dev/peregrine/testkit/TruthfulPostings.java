package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That postings say what the service says: wherever the machine stands, and without secrets. */
abstract class TruthfulPostings extends PagedAnswers {

  /** No machine is in two of them at once, and one of each pair changes what letters do. */
  private static final List<String> PLACES =
      List.of("Pacific/Kiritimati tr-TR", "Pacific/Niue ar-EG", "Asia/Kathmandu th-TH");

  /**
   * A good row with pay of some amount in this currency, as the service writes it; a blank one
   * stands for a service that leaves it out. Empty where rows hold no pay, or the service has one
   * currency only.
   *
   * @param currency ISO 4217, blank, or no currency at all
   */
  protected Optional<String> rowPaidIn(String currency) {
    return Optional.empty();
  }

  @TestFactory
  Stream<DynamicTest> thePlaceOfTheMachineChangesNothing() {
    return PLACES.stream().map(place -> test(place, () -> tellPlace(place)));
  }

  private void tellPlace(String place) throws InterruptedException {
    // Made before: the test's own texts need not be good everywhere.
    serve(good(rows(0, 3)));
    FakeBoardContext context = context();
    FakeBoardContext there = context();
    List<Posting> here = search(query(100), context).postings();
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    String[] parts = place.split(" ");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(parts[0]));
      Locale.setDefault(Locale.forLanguageTag(parts[1]));
      Searched moved = Searched.by(board(), query(100), there);
      assertThat(moved.failure()).isEmpty();
      assertThat(moved.postings()).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @TestFactory
  Stream<DynamicTest> payIsNeverInACurrencyThatNobodyNamed() {
    if (rowPaidIn("EUR").isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        test("EUR", () -> tellCurrency("EUR", Optional.of("EUR"))),
        test("JPY", () -> tellCurrency("JPY", Optional.of("JPY"))),
        test("none", () -> tellCurrency("", Optional.empty())),
        test("nonsense", () -> tellCurrency("XQQ", Optional.empty())));
  }

  private void tellCurrency(String written, Optional<String> expected) throws InterruptedException {
    serveRows(rowPaidIn(written).orElseThrow());

    Searched searched = search(query(10));

    assertThat(searched.failure()).as("odd pay costs the pay, not the posting").isEmpty();
    assertThat(searched.postings()).hasSize(1);
    assertThat(
            searched
                .postings()
                .getFirst()
                .salary()
                .map(salary -> salary.currency())
                .map(Currency::getCurrencyCode))
        .isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicTest> aSecretIsInNoText() {
    boolean has =
        board().descriptor().about().settings().stream()
            .anyMatch(SettingSpec.Secret.class::isInstance);
    if (!has) {
      return Stream.empty();
    }
    // Every search looks for it; these are the answers after which one is tempted to tell.
    return Stream.of(
        test("of good postings", this::goodPostings),
        test("of a refusal", () -> tellEcho(403)),
        test("of a bad call", () -> tellEcho(400)),
        test("of a fault", () -> tellEcho(500)),
        test(
            "of a server that is gone",
            () -> {
              FakeBoardContext context = context();
              server().close();
              search(query(10), context);
            }));
  }

  /** Servers like to repeat in their refusals what was sent to them. */
  private void tellEcho(int status) throws InterruptedException {
    server()
        .answer(
            path(EMPLOYER),
            request ->
                RecordedAnswer.of(
                        contentType(), request.address() + " " + request.headers() + request.body())
                    .withStatus(status));
    assertThat(search(query(10)).failure()).isPresent();
  }

  @Test
  void anAnswerThatTakesItsTimeIsTaken() throws Exception {
    var hold = server().hold(path(EMPLOYER), good(rows(0, 3)));
    Callable<Searched> slow = () -> search(query(10));
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Searched> searched = thread.submit(slow);
      hold.awaitRequest();
      hold.release();
      assertThat(searched.get(60, TimeUnit.SECONDS).postings()).hasSize(3);
    }
  }

  @Test
  void anAnswerThatNeverComesIsNotNothingFound() throws InterruptedException {
    server().hold(path(EMPLOYER), good(rows(0, 3)));

    Searched searched = search(query(10), context().withPatience(Duration.ofMillis(200)));

    assertThat(failure(searched).kind()).isEqualTo(Kind.UNAVAILABLE);
  }
}
