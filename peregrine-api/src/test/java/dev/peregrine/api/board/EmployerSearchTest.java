package dev.peregrine.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The searches of employers, whose rows are those of {@link HandoverTest}. */
class EmployerSearchTest {

  private final ListeningContext context = new ListeningContext();
  private final List<String> found = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void aLargeEmployerLeavesRoomForOthersAndTakesWhatTheyLeave() throws Exception {
    search(
        4, Map.of("large", List.of("a", "b", "c", "d"), "small", List.of("e")), "large", "small");

    assertThat(found).containsExactly("a", "b", "e", "c");
    assertThat(context.steps).containsExactly("Employer 1 of 2: large", "Employer 2 of 2: small");
  }

  @Test
  void nobodyIsAskedOnceThereIsEnough() throws Exception {
    search(1, Map.of("one", List.of("a"), "two", List.of("b")), "one", "two");

    assertThat(asked).containsExactly("one");
  }

  @Test
  void anEmployerThatIsNotKnownCostsOnlyItself() throws Exception {
    search(9, Map.of("one", List.of("a", "bad"), "two", List.of("b")), "one", "nobody", "two");

    assertThat(found).containsExactly("a", "b");
    assertThat(context.skipped)
        .extracting(ListeningContext.Skipped::what)
        .containsExactly("Employer \"one\", row 2", "Employer \"nobody\"");
  }

  @Test
  void anEmployerOfWhichNoRowCanBeReadIsNamed() throws Exception {
    search(9, Map.of("one", List.of("bad"), "two", List.of("b")), "one", "two");

    assertThat(context.skipped.getFirst().why())
        .hasMessage(
            "None of the 1 rows of employer \"one\" could be read; the board has changed its format. Look for an update of this plugin.");
  }

  @Test
  void onlyUnknownEmployersAreASettingToMend() {
    ExtensionException failure = failure(Map.of(), "one", "two");

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure)
        .hasMessage(
            "None of the 2 employers is known here, beginning with \"one\", \"two\". Check their short names in the addresses of their career pages.");
  }

  @Test
  void aSingleEmployersFailureIsTheSearchs() {
    assertThat(failure(Map.of(), "one")).hasMessage("Employer \"one\" is not known.");
    assertThat(context.skipped).isEmpty();
  }

  @Test
  void noEmployersAreASettingToMend() {
    ExtensionException failure = failure(Map.of());

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageStartingWith("No employers are named.");
  }

  @Test
  void aHostThatIsDownIsLeftAndWhatWasSparedIsHandedOver() {
    Map<String, List<String>> rows =
        Map.of(
            "one",
            List.of("a", "b"),
            "d1",
            List.of("down"),
            "d2",
            List.of("down"),
            "d3",
            List.of("down"));

    ExtensionException failure = failure(5, rows, "one", "d1", "d2", "d3", "last");

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(asked).doesNotContain("last");
    assertThat(found).containsExactly("a", "b");
  }

  @Test
  void tooManyCallsEndTheSearchAtOnce() {
    assertThat(failure(Map.of("one", List.of("often")), "one", "two").kind())
        .isEqualTo(Kind.RATE_LIMITED);
    assertThat(asked).containsExactly("one");
  }

  private ExtensionException failure(Map<String, List<String>> rows, String... slugs) {
    return failure(9, rows, slugs);
  }

  private ExtensionException failure(int limit, Map<String, List<String>> rows, String... slugs) {
    return catchThrowableOfType(ExtensionException.class, () -> search(limit, rows, slugs));
  }

  private void search(int limit, Map<String, List<String>> rows, String... slugs)
      throws ExtensionException, InterruptedException {
    List<Employer> employers = Stream.of(slugs).map(Employer::of).toList();
    Handover.ofEmployers(
        BoardQuery.all(limit).withEmployers(employers),
        context,
        posting -> found.add(posting.title()),
        (employer, handover) -> {
          asked.add(employer.slug());
          if (!rows.containsKey(employer.slug())) {
            throw new ExtensionException(
                Kind.BAD_SETTINGS, "Employer \"%s\" is not known.".formatted(employer.slug()));
          }
          handover.take(rows.get(employer.slug()), HandoverTest::read);
        });
  }
}
