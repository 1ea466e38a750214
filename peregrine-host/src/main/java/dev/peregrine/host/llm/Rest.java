package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** How one backend of one tenant did lately, and whether it is left alone for a while. */
final class Rest {

  private static final int IN_A_ROW = 3;
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration UNREACHED = Duration.ofSeconds(15);
  private static final Duration BROKEN = Duration.ofMinutes(10);
  private static final Duration RATE_LIMITED = Duration.ofMinutes(1);
  private static final Duration LATELY = Duration.ofMinutes(1);
  private static final Duration MODELS_KEPT = Duration.ofMinutes(5);

  private final int mark;
  private final Semaphore places;
  private int failures;
  private Instant until = Instant.MIN;
  private Instant answered = Instant.MIN;
  private String why = "";
  private boolean modelMissing;
  private List<Model> models = List.of();
  private Instant modelsAt = Instant.MIN;

  /**
   * @param mark of the settings; with others it is another backend
   * @param atOnce how many requests it takes
   */
  Rest(int mark, int atOnce) {
    this.mark = mark;
    this.places = new Semaphore(atOnce, true);
  }

  int mark() {
    return mark;
  }

  Semaphore places() {
    return places;
  }

  /** Why it is left alone now, as a sentence; empty where it is not. */
  synchronized Optional<String> resting(Instant now) {
    return now.isBefore(until) ? Optional.of(why) : Optional.empty();
  }

  /** When it is asked again; empty where only other settings help, or it does not rest. */
  synchronized Optional<Instant> until(Instant now) {
    return now.isBefore(until) && !until.equals(Instant.MAX)
        ? Optional.of(until)
        : Optional.empty();
  }

  /** Whether it answered so lately that it need not be asked whether it would. */
  synchronized boolean answeredLately(Instant now) {
    return now.isBefore(later(answered, LATELY));
  }

  synchronized boolean everAnswered() {
    return answered.isAfter(Instant.MIN);
  }

  synchronized void answered(Instant now) {
    failures = 0;
    until = Instant.MIN;
    answered = now;
    why = "";
    modelMissing = false;
  }

  /** It runs, and does not have the model that the person chose. */
  synchronized void modelMissing(String sentence, Instant now) {
    rest(sentence, now.plus(UNREACHED));
    modelMissing = true;
  }

  /** Whether that was so when it was asked last. */
  synchronized boolean isModelMissing() {
    return modelMissing;
  }

  /** It would not answer: nothing was asked of it yet. */
  synchronized void unreached(String sentence, Instant now) {
    rest(sentence, now.plus(UNREACHED));
  }

  synchronized void failed(ExtensionException failure, Instant now) {
    String sentence = String.valueOf(failure.getMessage());
    switch (failure.kind()) {
      case BAD_SETTINGS -> rest(sentence, Instant.MAX);
      case RATE_LIMITED -> rest(sentence, now.plus(failure.retryAfter().orElse(RATE_LIMITED)));
      case CHANGED_REMOTE -> rest(sentence, now.plus(BROKEN));
      case UNAVAILABLE -> failedAgain(sentence, now);
      case REFUSED, UNSUPPORTED -> {
        // It declined this request and takes others.
      }
    }
  }

  synchronized void failedAgain(String sentence, Instant now) {
    failures++;
    answered = Instant.MIN;
    if (failures >= IN_A_ROW) {
      Duration pause = SHORTEST.multipliedBy(1L << Math.min(10, failures - IN_A_ROW));
      rest(sentence, now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }
  }

  private void rest(String sentence, Instant end) {
    modelMissing = false;
    why = sentence;
    until = end;
    answered = Instant.MIN;
  }

  synchronized void models(List<Model> found, Instant now) {
    models = List.copyOf(found);
    modelsAt = now;
  }

  /** The models it had lately; empty where it was not asked. */
  synchronized Optional<List<Model>> models(Instant now) {
    return now.isBefore(later(modelsAt, MODELS_KEPT)) ? Optional.of(models) : Optional.empty();
  }

  /** It has another one now. */
  synchronized void fetched() {
    modelsAt = Instant.MIN;
    if (modelMissing) {
      modelMissing = false;
      until = Instant.MIN;
    }
  }

  private static Instant later(Instant time, Duration by) {
    return time.equals(Instant.MIN) ? time : time.plus(by);
  }
}
