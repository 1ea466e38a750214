package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job for which the person applied, with what tells whose mail is about it.
 *
 * @param after where it stood when it ended; empty while it goes on
 * @param applied when the person applied, where that is known, else when it was found
 * @param ended when it ended
 * @param places as boards write them
 * @param addresses where it was seen, where one applies, and the employer's site
 * @param numbers the numbers that boards and the employer gave it
 * @param mails addresses of mail that the posting names
 */
public record Application(
    long id,
    String title,
    Optional<String> company,
    Stage stage,
    Optional<Stage> after,
    Instant applied,
    Optional<Instant> ended,
    String places,
    List<String> addresses,
    List<String> numbers,
    List<String> mails) {

  public Application {
    addresses = List.copyOf(addresses);
    numbers = List.copyOf(numbers);
    mails = List.copyOf(mails);
  }
}
