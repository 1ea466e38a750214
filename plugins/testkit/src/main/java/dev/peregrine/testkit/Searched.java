package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of one search. Making it asserts what holds for every search, good or bad: each posting
 * once, no more than the limit, nothing thrown but what the contract names, and texts that a person
 * may read.
 *
 * @param postings in the order in which they were handed over, also those before a failure
 * @param skipped what was reported as skipped
 * @param failure what the search threw
 */
public record Searched(
    List<Posting> postings, List<Skipped> skipped, Optional<ExtensionException> failure) {

  /** Searches a board and checks what holds for every search. */
  public static Searched by(JobBoard board, BoardQuery query, FakeBoardContext context)
      throws InterruptedException {
    var postings = new ArrayList<Posting>();
    Optional<ExtensionException> failure = Optional.empty();
    try {
      board.search(query, context, postings::add);
    } catch (ExtensionException thrown) {
      failure = Optional.of(thrown);
    }
    var searched = new Searched(List.copyOf(postings), context.skipped(), failure);
    searched.checkPostings(query.limit());
    searched.texts().forEach(Searched::checkText);
    assertThat(context.said()).doesNotContainSubsequence(List.of(RecordedAnswer.SERVER_TEXT));
    return searched;
  }

  /** The native ids of the postings, in their order. */
  public List<String> ids() {
    return postings.stream().map(Posting::nativeId).toList();
  }

  /** What a person may read of the failure and of what was skipped. */
  List<String> texts() {
    var texts = new ArrayList<String>();
    failure.ifPresent(thrown -> texts.add(String.valueOf(thrown.getMessage())));
    for (Skipped part : skipped) {
      texts.add(String.valueOf(part.why().getMessage()));
      assertThat(part.what()).as("the name of what was skipped").isNotBlank().hasSizeLessThan(200);
    }
    return texts;
  }

  /** The failure and its causes, as a log shows them. */
  String trace() {
    var text = new StringBuilder();
    for (Throwable cause = failure.orElse(null); cause != null; cause = cause.getCause()) {
      text.append(cause).append('\n');
    }
    skipped.forEach(part -> text.append(part.what()).append(' ').append(part.why()).append('\n'));
    return text.toString();
  }

  private void checkPostings(int limit) {
    assertThat(ids()).as("native ids, each handed over once").doesNotHaveDuplicates();
    assertThat(postings).as("postings within the limit").hasSizeLessThanOrEqualTo(limit);
    for (Posting posting : postings) {
      assertThat(posting.title()).as("title of %s", posting.url()).isNotBlank();
      assertThat(posting.url().isAbsolute()).as("%s is absolute", posting.url()).isTrue();
    }
  }

  private static void checkText(String text) {
    assertThat(text)
        .as("a text for a person: a sentence or two, without the raw text of a server")
        .isNotBlank()
        .hasSizeLessThan(500)
        .endsWith(".")
        .doesNotContain(RecordedAnswer.SERVER_TEXT, "Exception", "java.", "\n");
  }
}
