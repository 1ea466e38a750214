package dev.peregrine.host.programs;

import dev.peregrine.host.storage.Databases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;

/**
 * What was answered to requests that named themselves by a key, so that a program that heard
 * nothing can ask again and nothing is done twice.
 */
public final class KeptReplies {

  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** Who has not ended by then was killed. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Databases databases;
  private final InstantSource clock;

  /** How it stands with a key. */
  public sealed interface Turn {

    /** Nobody used it: do the work, then {@link KeptReplies#end} or {@link KeptReplies#drop}. */
    record Yours() implements Turn {}

    /** The same request was answered before. */
    record Answered(KeptReply reply) implements Turn {}

    /** The same request is being worked on. */
    record UnderWay() implements Turn {}

    /** Another request had that key. */
    record Another() implements Turn {}
  }

  public KeptReplies(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * Begins a request.
   *
   * @param token of the program; each has keys of its own
   * @param request a hash of all that it asks
   */
  public Turn begin(long token, String key, String request) {
    return write(
        mapper -> {
          long now = clock.millis();
          mapper.forget(now - KEPT.toMillis());
          ReplyMapper.Row row = mapper.find(token, key);
          if (row != null && row.status() == null && now - row.begun() > LONGEST.toMillis()) {
            mapper.drop(token, key);
            row = null;
          }
          if (row == null) {
            mapper.begin(token, key, request, now);
            return new Turn.Yours();
          }
          if (!row.request().equals(request)) {
            return new Turn.Another();
          }
          return row.status() == null
              ? new Turn.UnderWay()
              : new Turn.Answered(
                  new KeptReply(
                      row.status(),
                      Objects.requireNonNullElse(row.mediaType(), ""),
                      Objects.requireNonNullElse(row.body(), ""),
                      Objects.requireNonNullElse(row.location(), "")));
        });
  }

  /** Keeps the answer. */
  public void end(long token, String key, KeptReply reply) {
    write(mapper -> mapper.end(token, key, reply));
  }

  /** Forgets the request: nothing came of it, so it may be tried again. */
  public void drop(long token, String key) {
    write(mapper -> mapper.drop(token, key));
  }

  private <T> T write(Function<ReplyMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ReplyMapper.class)));
  }
}
