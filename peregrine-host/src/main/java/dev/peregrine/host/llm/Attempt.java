package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One question to one backend: as long as pieces come, it may take any time. */
final class Attempt implements BoardListener {

  /** No honest answer is that long. */
  private static final int MOST_LETTERS = 2_000_000;

  /** The backend notices a silence first, and can say more about it. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Backend backend;
  private final AnswerPieces pieces;
  private final long began = System.nanoTime();
  private volatile long lastSign = began;
  private volatile long first;
  private volatile boolean over;
  private volatile @Nullable RuntimeException listenerFailed;
  private int letters;

  Attempt(Backend backend, AnswerPieces pieces) {
    this.backend = backend;
    this.pieces = pieces;
  }

  /** Whoever reads along threw something: the call is to end, and the backend is not to blame. */
  private static final class EndedByReader extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** More came than can be an answer. */
  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Completion ask(CompletionRequest request, Contexts contexts)
      throws ExtensionException, InterruptedException {
    LlmContext context =
        contexts.llm(backend.kind(), backend.name(), backend.values(), backend.patience(), this);
    Duration patience = backend.patience();
    try {
      Completion answer =
          backend
              .kind()
              .callWhileAlive(
                  () -> patience.plus(GRACE).minusNanos(System.nanoTime() - lastSign),
                  patience,
                  each -> each.complete(request, context, this::piece));
      return checked(answer);
    } catch (EndedByReader ended) {
      RuntimeException why = listenerFailed;
      throw why == null ? ended : why;
    } catch (TooLong tooLong) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "wrote more than %,d letters without an end; the rest was not read."
              .formatted(MOST_LETTERS));
    } finally {
      over = true;
    }
  }

  private Completion checked(@Nullable Completion answer) throws ExtensionException {
    if (answer == null || answer.text().isBlank()) {
      throw new ExtensionException(Kind.UNAVAILABLE, "answered with nothing.");
    }
    if (first == 0) {
      piece(answer.text());
    }
    return answer;
  }

  private void piece(@Nullable String text) {
    if (over || text == null || text.isEmpty()) {
      return; // what comes after the end was cancelled
    }
    long now = System.nanoTime();
    lastSign = now;
    if (first == 0) {
      first = now;
    }
    letters += text.length();
    if (letters > MOST_LETTERS) {
      throw new TooLong();
    }
    try {
      pieces.piece(text);
    } catch (RuntimeException reader) {
      listenerFailed = reader;
      throw new EndedByReader();
    }
  }

  /** A sign of life, such as of a model that is being loaded. */
  @Override
  public void step(String text) {
    lastSign = System.nanoTime();
  }

  @Override
  public void of(long done, long total) {
    lastSign = System.nanoTime();
  }

  /** Whether anything was handed over. */
  boolean hasBegun() {
    return first != 0;
  }

  /** From the question to the first piece. */
  Optional<Duration> first() {
    return hasBegun() ? Optional.of(Duration.ofNanos(first - began)) : Optional.empty();
  }

  Duration lasted() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
