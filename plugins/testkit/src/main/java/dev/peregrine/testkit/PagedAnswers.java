package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a board does with answers that come page by page; nothing where it does not page. */
abstract class PagedAnswers extends HostileAnswers {

  /** Rows on the third and last page. */
  private static final int LAST = 1;

  /** How the service pages; empty where one answer has all. */
  protected Optional<Paging> pages() {
    return Optional.empty();
  }

  /**
   * The answer with one page's rows. Change it where it says which page it is or how to get the
   * next one.
   *
   * @param more whether there is a next page
   */
  protected String page(List<String> rows, int number, boolean more) {
    return answer(rows);
  }

  @TestFactory
  Stream<DynamicTest> paging() {
    return pages().stream()
        .flatMap(
            paging ->
                Stream.of(
                    test("all pages are read, each posting once", () -> tellAll(paging)),
                    test("rows that slip to the next page come once", () -> tellSlipped(paging)),
                    test("a page that is not needed is not asked for", () -> tellEnough(paging)),
                    test("a server that repeats its first page is left", () -> tellLoop(paging)),
                    test("what came before a failure is kept", () -> tellFailure(paging))));
  }

  private void tellAll(Paging paging) throws InterruptedException {
    servePages(paging, number -> pageOf(paging, number));

    Searched searched = search(query(10 * paging.size()));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(total(paging));
  }

  private void tellSlipped(Paging paging) throws InterruptedException {
    // A posting was added after the first page was read, and pushed all others by one.
    servePages(
        paging,
        number ->
            number == 0
                ? pageOf(paging, 0)
                : rows(
                    Math.min(number * paging.size() - 1, total(paging)),
                    Math.min((number + 1) * paging.size() - 1, total(paging))));

    Searched searched = search(query(10 * paging.size()));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(total(paging));
  }

  private void tellEnough(Paging paging) throws InterruptedException {
    servePages(paging, number -> pageOf(paging, number));

    assertThat(search(query(1)).postings()).hasSize(1);
    assertThat(server().requests().stream().filter(asked -> asked.path().equals(path(EMPLOYER))))
        .as("calls for one posting")
        .hasSize(1);
  }

  private void tellLoop(Paging paging) throws InterruptedException {
    servePages(paging, number -> pageOf(paging, 0));

    Searched searched = search(query(10 * paging.size()));

    assertThat(searched.postings()).hasSize(paging.size());
  }

  private void tellFailure(Paging paging) throws InterruptedException {
    server()
        .answer(
            path(EMPLOYER),
            request -> {
              int number = paging.number().applyAsInt(request);
              return number == 0 ? answerOf(pageOf(paging, 0), 0) : RecordedAnswer.status(500);
            });

    Searched searched = search(query(10 * paging.size()));

    assertThat(searched.postings()).as("the first page").hasSize(paging.size());
    boolean told =
        searched.failure().map(failure -> failure.kind() == Kind.UNAVAILABLE).orElse(false)
            || !searched.skipped().isEmpty();
    assertThat(told).as("the failure of the second page is said").isTrue();
  }

  private void servePages(Paging paging, IntFunction<List<String>> rows) {
    server()
        .answer(
            path(EMPLOYER),
            request -> {
              int number = paging.number().applyAsInt(request);
              return answerOf(rows.apply(number), number);
            });
  }

  private RecordedAnswer answerOf(List<String> rows, int number) {
    return RecordedAnswer.of(contentType(), page(rows, number, number < 2));
  }

  private static int total(Paging paging) {
    return 2 * paging.size() + LAST;
  }

  private List<String> pageOf(Paging paging, int number) {
    return rows(
        Math.min(number * paging.size(), total(paging)),
        Math.min((number + 1) * paging.size(), total(paging)));
  }
}
