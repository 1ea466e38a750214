package dev.peregrine.host.signals;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.MoveListener;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.storage.Databases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What mails say of the current tenant's applications. Nothing follows from it until the person
 * says so; what they did then, a decision or none, settles it, and taking the decision back brings
 * it back.
 */
public final class Signals implements MoveListener {

  private final Databases databases;
  private final Mails mails;
  private final Arrivals arrivals;
  private final ProposedRounds proposals;
  private final Asks asks;

  public Signals(
      Databases databases, Mails mails, Arrivals arrivals, ProposedRounds proposals, Asks asks) {
    this.databases = databases;
    this.mails = mails;
    this.arrivals = arrivals;
    this.proposals = proposals;
    this.asks = asks;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(SignalMapper.class, ProposalMapper.class, AskMapper.class);
  }

  /** Those of the applications that have any, the newest first. */
  public Map<Long, List<Signal>> of(Collection<Long> jobs) {
    return mails.waiting(jobs).stream()
        .flatMap(row -> signal(row).stream())
        .collect(Collectors.groupingBy(Signal::job));
  }

  /** Those of one application, the newest first. */
  public List<Signal> of(long job) {
    return of(List.of(job)).getOrDefault(job, List.of());
  }

  /** Those of all applications, the newest first. */
  public List<Signal> all() {
    return mails.waiting().stream().flatMap(row -> signal(row).stream()).toList();
  }

  /** The one of that mail, unless it is settled or of another application. */
  public Optional<Signal> find(long job, long mail) {
    return of(job).stream().filter(signal -> signal.mail() == mail).findFirst();
  }

  private static Optional<Signal> signal(MailRow row) {
    return row.job()
        .flatMap(
            job ->
                row.label()
                    .map(
                        label ->
                            new Signal(
                                row.id(),
                                row.thread(),
                                job,
                                label,
                                row.outcome() != Outcome.UNCERTAIN,
                                row.from(),
                                row.subject(),
                                row.received())));
  }

  /**
   * The person knows what a signal says: it is settled, and with it what the same conversation said
   * before. What came later is not, for they may not have read it.
   *
   * @return the mails that were settled, for {@link #bringBack}
   */
  public List<Long> settle(Signal signal) {
    List<Long> settled =
        of(signal.job()).stream()
            .filter(each -> each.thread() == signal.thread())
            .filter(each -> !each.received().isAfter(signal.received()))
            .map(Signal::mail)
            .toList();
    mails.settle(settled, true);
    return settled;
  }

  /** The person wants to see one no longer; others of the conversation stay. */
  public void dismiss(Signal signal) {
    done(signal.mail());
  }

  /** The person is done with a mail, and with what it asks for. */
  public void done(long mail) {
    mails.settle(List.of(mail), true);
    asks.over(List.of(mail), true);
  }

  /** Brings signals back. */
  public void bringBack(Collection<Long> settled) {
    mails.settle(settled, false);
    asks.over(settled, false);
  }

  /** The person says what a mail means, and what follows from that is looked at anew. */
  public void relabel(long mail, MailLabel label) throws InterruptedException {
    mails.judge(Map.of(mail, Judged.bySaying(label)));
    arrivals.over(List.of(mail));
  }

  /** Takes that back. */
  public void unsay(long mail) throws InterruptedException {
    mails.unsay(List.of(mail));
    arrivals.over(List.of(mail));
  }

  /** Notes that a decision was made because of a signal, which settles it. */
  public void accepted(Signal signal, Move move) {
    noted(move, settle(signal));
  }

  /** Who moves an application to where a mail suggests has decided on that mail. */
  @Override
  public void moved(Move move) {
    Map<Long, List<Signal>> open = of(move.jobs());
    List<Long> settled = new ArrayList<>();
    for (int i = 0; i < move.jobs().size(); i++) {
      Stage from = move.from().get(i);
      List<Signal> signals = open.getOrDefault(move.jobs().get(i), List.of());
      settled.addAll(meaning(signals, from, move.to()).map(Signal::mail).toList());
    }
    if (!settled.isEmpty()) {
      mails.settle(settled, true);
      noted(move, settled);
    }
  }

  private static Stream<Signal> meaning(List<Signal> signals, Stage from, Stage to) {
    return signals.stream()
        .filter(
            signal ->
                Suggestion.of(signal.label(), from)
                    .filter(suggestion -> suggestion.to() == to)
                    .isPresent());
  }

  private void noted(Move move, List<Long> settled) {
    write(
        mapper -> {
          mapper.settledBy(move.id(), json(settled));
          return move;
        });
  }

  @Override
  public void undone(Move move) {
    proposals.undone(move.id());
    List<Long> settled =
        write(
            mapper -> {
              List<Long> ids = mapper.ofMove(move.id());
              mapper.forget(move.id());
              return ids;
            });
    if (!settled.isEmpty()) {
      mails.settle(settled, false);
    }
  }

  private static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private <T> T write(Function<SignalMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(SignalMapper.class)));
  }
}
