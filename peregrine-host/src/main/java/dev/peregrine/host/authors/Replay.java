package dev.peregrine.host.authors;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.BoardTry;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.http.ReplayHttp;
import dev.peregrine.host.intake.PostingJson;
import dev.peregrine.host.pipeline.PlainText;
import dev.peregrine.host.plugins.CallTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a board makes of a recording today.
 *
 * @param postings as {@code --json} prints them
 * @param outcome what a run would say of the board
 * @param differences to what was recorded
 * @param unanswered calls that the recording has no answer to
 * @param unasked recorded calls that were not made
 */
public record Replay(
    List<Map<String, @Nullable Object>> postings,
    BoardOutcome outcome,
    List<String> differences,
    List<String> unanswered,
    List<String> unasked) {

  /** Plays a recording to the board as it is installed; the clock should be the recording's. */
  public static Replay of(Recording recording, Discovery discovery)
      throws ExtensionException, InterruptedException {
    var http = new ReplayHttp(recording.calls(), recording::at);
    var tap =
        new CallTap() {
          @Override
          public Optional<Http> standIn() {
            return Optional.of(http);
          }
        };
    BoardTry tried =
        discovery.tryBoard(recording.board(), recording.query(), recording.settings(), tap);
    List<Map<String, @Nullable Object>> postings =
        tried.postings().stream()
            .map(
                posting ->
                    PostingJson.of(
                        posting.nativeId(),
                        posting,
                        recording.board(),
                        posting.description().map(PlainText::of).filter(text -> !text.isBlank())))
            .toList();
    return new Replay(postings, tried.outcome(), List.of(), http.unanswered(), http.unasked());
  }

  /** This with what differs from the recorded result. */
  public Replay comparedWith(Recording recording) {
    var all = new ArrayList<String>();
    if (!recording.outcome().equals(state())) {
      all.add("The outcome was %s, is %s.".formatted(recording.outcome(), state()));
    }
    all.addAll(Differences.between(recording.postings(), Recording.trees(postings)));
    return new Replay(postings, outcome, List.copyOf(all), unanswered, unasked);
  }

  String state() {
    return outcome.state().name().toLowerCase(Locale.ROOT);
  }

  /** Whether the board finds in the recording what it found before. */
  public boolean isSame() {
    return differences.isEmpty() && unanswered.isEmpty();
  }
}
