package dev.peregrine.host.pipeline;

import dev.peregrine.api.RemoteMode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which jobs a list shows, and in which order.
 *
 * @param stage of all stages if empty
 * @param hiddenOnly those that a rule hid, instead of those that none did
 * @param words all of which the posting has; a {@code "phrase"} and a {@code -word} work too
 * @param remote any of these; any at all if empty
 * @param board that has it
 * @param minScore match score at least
 * @param maxAgeDays posted, or found where the board did not say, at most so many days ago
 * @param minAnnualPay pays at least this in a year of full-time work, in whatever currency
 * @param hiddenBy key of the rule that hid it
 */
public record JobFilter(
    Optional<Stage> stage,
    boolean hiddenOnly,
    Optional<String> words,
    Set<RemoteMode> remote,
    Optional<String> board,
    OptionalInt minScore,
    OptionalInt maxAgeDays,
    Optional<BigDecimal> minAnnualPay,
    Optional<String> hiddenBy,
    Order order) {

  /** What stands first. */
  public enum Order {
    BEST_MATCH,
    NEWEST,
    COMPANY
  }

  public JobFilter {
    remote = Set.copyOf(remote);
    words = words.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Every job that no rule hid, the best match first. */
  public static JobFilter all() {
    return new JobFilter(
        Optional.empty(),
        false,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Order.BEST_MATCH);
  }

  /** The jobs of a stage that no rule hid, the best match first. */
  public static JobFilter stage(Stage stage) {
    return all().withStage(Optional.of(stage));
  }

  /** The jobs that a rule hid. */
  public static JobFilter hidden() {
    return all().withHiddenOnly(true);
  }

  public JobFilter withStage(Optional<Stage> newStage) {
    return new JobFilter(
        newStage,
        hiddenOnly,
        words,
        remote,
        board,
        minScore,
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withHiddenOnly(boolean newHiddenOnly) {
    return new JobFilter(
        stage,
        newHiddenOnly,
        words,
        remote,
        board,
        minScore,
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withWords(String newWords) {
    return new JobFilter(
        stage,
        hiddenOnly,
        Optional.of(newWords),
        remote,
        board,
        minScore,
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withRemote(Set<RemoteMode> newRemote) {
    return new JobFilter(
        stage,
        hiddenOnly,
        words,
        newRemote,
        board,
        minScore,
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withBoard(String newBoard) {
    return new JobFilter(
        stage,
        hiddenOnly,
        words,
        remote,
        Optional.of(newBoard),
        minScore,
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withMinScore(int newMinScore) {
    return new JobFilter(
        stage,
        hiddenOnly,
        words,
        remote,
        board,
        OptionalInt.of(newMinScore),
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withMaxAgeDays(int newMaxAgeDays) {
    return new JobFilter(
        stage,
        hiddenOnly,
        words,
        remote,
        board,
        minScore,
        OptionalInt.of(newMaxAgeDays),
        minAnnualPay,
        hiddenBy,
        order);
  }

  public JobFilter withMinAnnualPay(BigDecimal newMinAnnualPay) {
    return new JobFilter(
        stage,
        hiddenOnly,
        words,
        remote,
        board,
        minScore,
        maxAgeDays,
        Optional.of(newMinAnnualPay),
        hiddenBy,
        order);
  }

  public JobFilter withHiddenBy(String newHiddenBy) {
    return new JobFilter(
        stage,
        true,
        words,
        remote,
        board,
        minScore,
        maxAgeDays,
        minAnnualPay,
        Optional.of(newHiddenBy),
        order);
  }

  public JobFilter withOrder(Order newOrder) {
    return new JobFilter(
        stage,
        hiddenOnly,
        words,
        remote,
        board,
        minScore,
        maxAgeDays,
        minAnnualPay,
        hiddenBy,
        newOrder);
  }
}
