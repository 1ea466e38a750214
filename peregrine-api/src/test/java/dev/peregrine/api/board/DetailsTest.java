package dev.peregrine.api.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows are texts here, as in {@link HandoverTest}; their descriptions are in capitals. */
class DetailsTest {

  private static final ExtensionException DOWN =
      new ExtensionException(Kind.UNAVAILABLE, "No answer.");

  private final ListeningContext context = new ListeningContext();
  private final List<Posting> found = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void eachPostingIsCompletedOnce() throws Exception {
    take(BoardQuery.all(10), Map.of(), "a", "a", "b");

    assertThat(asked).containsExactly("a", "b");
    assertThat(found)
        .extracting(posting -> posting.description().orElseThrow())
        .containsExactly("A", "B");
  }

  @Test
  void nothingIsAskedForWhereDescriptionsAreNotWanted() throws Exception {
    take(BoardQuery.all(10).withFullDescriptions(false), Map.of(), "a");

    assertThat(asked).isEmpty();
    assertThat(found).hasSize(1);
  }

  @Test
  void nothingIsAskedForWhatIsNotHandedOver() throws Exception {
    take(BoardQuery.all(1).withOffset(1), Map.of(), "none", "a", "unwanted", "b", "c");

    assertThat(asked).containsExactly("b");
  }

  @Test
  void whatIsCompleteMayTurnOutUnwanted() throws Exception {
    Handover.of(BoardQuery.all(10), context, found::add)
        .take(
            List.of("a"),
            posting -> posting.description().isEmpty(),
            HandoverTest::read,
            (row, listed) -> listed.withDescription(Optional.of("No.")));

    assertThat(found).isEmpty();
  }

  @Test
  void aFailureCostsOnlyTheDescription() throws Exception {
    take(BoardQuery.all(10), Map.of("a", DOWN), "a", "b");

    assertThat(found).extracting(Posting::title).containsExactly("a", "b");
    assertThat(context.skipped)
        .containsExactly(new ListeningContext.Skipped("description of posting \"a\"", DOWN));
  }

  @Test
  void anAnswerThatCannotBeReadCostsOnlyTheDescription() throws Exception {
    Handover.of(BoardQuery.all(10), context, found::add)
        .take(
            List.of("a"),
            posting -> true,
            HandoverTest::read,
            (row, listed) -> {
              throw new IllegalStateException("raw text of a server");
            });

    assertThat(found).hasSize(1);
    assertThat(context.skipped.getFirst().why().kind()).isEqualTo(Kind.CHANGED_REMOTE);
    assertThat(context.skipped.getFirst().why())
        .hasMessage(
            "The description has another form than expected. Look for an update of this plugin.");
  }

  @Test
  void threeFailuresInARowEndIt() throws Exception {
    take(
        BoardQuery.all(10),
        Map.of("a", DOWN, "b", DOWN, "d", DOWN, "e", DOWN, "f", DOWN),
        "a",
        "b",
        "c",
        "d",
        "e",
        "f",
        "g");

    assertThat(asked).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(found).hasSize(7);
    assertThat(context.skipped)
        .extracting(ListeningContext.Skipped::what)
        .endsWith("description of posting \"e\"", "descriptions from posting \"f\" on");
  }

  @Test
  void aRefusalAndTooManyCallsEndItAtOnce() throws Exception {
    take(
        BoardQuery.all(10),
        Map.of("a", new ExtensionException(Kind.REFUSED, "Sign in.")),
        "a",
        "b");
    take(
        BoardQuery.all(10),
        Map.of("c", new ExtensionException(Kind.RATE_LIMITED, "Too many calls.")),
        "c",
        "d");

    assertThat(asked).containsExactly("a", "c");
    assertThat(found).hasSize(4);
  }

  @Test
  void theNextEmployersAreAskedForAgain() throws Exception {
    var refused = new ExtensionException(Kind.REFUSED, "Sign in.");
    Handover.ofEmployers(
        BoardQuery.all(10).withEmployers(List.of(Employer.of("acme"), Employer.of("globex"))),
        context,
        found::add,
        (employer, handover) ->
            take(handover, Map.of("acme-1", refused), employer.slug() + "-1", employer.slug()));

    assertThat(asked).containsExactly("acme-1", "globex-1", "globex");
    assertThat(context.skipped)
        .extracting(ListeningContext.Skipped::what)
        .containsExactly("Employer \"acme\", descriptions from posting \"acme-1\" on");
  }

  private void take(BoardQuery query, Map<String, ExtensionException> failures, String... rows)
      throws Exception {
    take(Handover.of(query, context, found::add), failures, rows);
  }

  private void take(Handover handover, Map<String, ExtensionException> failures, String... rows)
      throws ExtensionException, InterruptedException {
    handover.take(
        List.of(rows),
        posting -> !posting.title().equals("unwanted"),
        HandoverTest::read,
        (row, listed) -> {
          asked.add(row);
          if (failures.containsKey(row)) {
            throw failures.get(row);
          }
          return listed.withDescription(Optional.of(row.toUpperCase(Locale.ROOT)));
        });
  }
}
