package dev.peregrine.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows are texts here: their own id and title, {@code bad}, {@code null} or {@code none}. */
class HandoverTest {

  private final ListeningContext context = new ListeningContext();
  private final List<String> found = new ArrayList<>();

  @Test
  void eachPostingIsHandedOverOnceOverAllAnswers() throws Exception {
    Handover handover = handover(BoardQuery.all(10));

    assertThat(handover.take(List.of("a", "a", "b"), HandoverTest::read)).isEqualTo(2);
    assertThat(handover.take(List.of("b", "c"), HandoverTest::read)).isEqualTo(1);
    assertThat(handover.take(List.of("a", "c"), HandoverTest::read)).isZero();
    assertThat(found).containsExactly("a", "b", "c");
  }

  @Test
  void noMoreThanTheLimitIsRead() throws Exception {
    Handover handover = handover(BoardQuery.all(2));

    handover.take(List.of("a"), HandoverTest::read);
    assertThat(handover.isFull()).isFalse();
    handover.take(List.of("b", "bad"), HandoverTest::read);

    assertThat(handover.isFull()).isTrue();
    assertThat(context.skipped).isEmpty();
    assertThat(found).containsExactly("a", "b");
  }

  @Test
  void theFirstAreLeftOutWhereThePageBeganLater() throws Exception {
    handover(from(2)).take(List.of("a", "b", "c", "d"), HandoverTest::read);

    assertThat(found).containsExactly("c", "d");
  }

  @Test
  void whatIsNotWantedIsNewButDoesNotCount() throws Exception {
    Handover handover = handover(BoardQuery.all(1));

    int fresh =
        handover.take(
            List.of("a", "b", "c"), posting -> posting.title().equals("b"), HandoverTest::read);

    assertThat(fresh).isEqualTo(2);
    assertThat(found).containsExactly("b");
  }

  @Test
  void aRowThatCannotBeReadCostsOnlyItself() throws Exception {
    handover(BoardQuery.all(10)).take(List.of("a", "bad", "none", "bug", "b"), HandoverTest::read);

    assertThat(found).containsExactly("a", "b");
    assertThat(context.skipped)
        .extracting(ListeningContext.Skipped::what)
        .containsExactly("row 2", "row 4");
    assertThat(context.skipped.getFirst().why()).hasMessage("\"title\" is missing.");
    assertThat(context.skipped.getLast().why())
        .hasMessage("The row has no id, title or address as expected. It was left out.")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(context.skipped.getLast().why().kind()).isEqualTo(Kind.CHANGED_REMOTE);
  }

  @Test
  void onlyRowsThatCannotBeReadAreAChangeOfTheBoard() {
    ExtensionException changed =
        failure(() -> handover(BoardQuery.all(10)).take(List.of("bad", "bug"), HandoverTest::read));

    assertThat(changed.kind()).isEqualTo(Kind.CHANGED_REMOTE);
    assertThat(changed)
        .hasMessage(
            "None of the 2 rows could be read; the board has changed its format. Look for an update of this plugin.");
    assertThat(context.skipped).isEmpty();
  }

  @Test
  void noRowsAreNoFailure() throws Exception {
    assertThat(handover(BoardQuery.all(10)).take(List.of(), HandoverTest::read)).isZero();
    assertThat(handover(BoardQuery.all(10)).take(List.of("none"), HandoverTest::read)).isZero();
  }

  @Test
  void tooManyCallsForRowsEndTheSearch() {
    Handover handover = handover(BoardQuery.all(10));

    assertThat(failure(() -> handover.take(List.of("a", "often"), HandoverTest::read)).kind())
        .isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure(() -> handover.take(List.of("down"), HandoverTest::read)).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> handover(BoardQuery.all(1)).take(List.of("a"), HandoverTest::read))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aFailureOfTheHostIsNotTakenForABrokenRow() {
    Handover handover =
        Handover.of(
            BoardQuery.all(1),
            context,
            posting -> {
              throw new IllegalStateException("full disk");
            });

    assertThatThrownBy(() -> handover.take(List.of("a"), HandoverTest::read))
        .hasMessage("full disk");
  }

  private Handover handover(BoardQuery query) {
    return Handover.of(query, context, posting -> found.add(posting.title()));
  }

  static Optional<Posting> read(String row) throws ExtensionException {
    return switch (row) {
      case "none" -> Optional.empty();
      case "bad" -> throw new ExtensionException(Kind.CHANGED_REMOTE, "\"title\" is missing.");
      case "bug" -> throw new IllegalStateException("raw text of a server");
      case "often" -> throw new ExtensionException(Kind.RATE_LIMITED, "Too many calls.");
      case "down" -> throw new ExtensionException(Kind.UNAVAILABLE, "No answer.");
      default -> Optional.of(Posting.of(row, row, URI.create("https://jobs.example.org/" + row)));
    };
  }

  private static ExtensionException failure(ThrowingTake take) {
    return catchThrowableOfType(ExtensionException.class, take::run);
  }

  private interface ThrowingTake {
    void run() throws ExtensionException, InterruptedException;
  }

  private static BoardQuery from(int offset) {
    return new BoardQuery(
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        OptionalInt.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        List.of(),
        10,
        offset,
        true);
  }
}
