package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.pipeline.CompanyKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the person said of mails' senders: the latest of each counts. */
final class Lessons {

  private static final double OF_ADDRESS = 0.97;
  private static final double OF_DOMAIN = 0.92;

  /** Of whom something was said: see the columns of mail_corrections. */
  record Sender(String address, String name) {

    /**
     * Who writes through a system for many employers is told by the name that the mail shows; by
     * nothing where it shows none.
     */
    static Optional<Sender> of(Address from, Senders senders) {
      Optional<String> domain = from.domain().flatMap(senders::domain);
      Senders.Kind kind = domain.map(senders::kind).orElse(Senders.Kind.OWN);
      if (kind != Senders.Kind.SYSTEM && kind != Senders.Kind.BOARD) {
        return from.mail().isBlank() ? Optional.empty() : Optional.of(new Sender(from.mail(), ""));
      }
      String name =
          from.name()
              .map(
                  shown ->
                      CompanyKey.words(shown).stream()
                          .filter(word -> !senders.isAround(word))
                          .collect(Collectors.joining(" ")))
              .orElse("");
      return name.isEmpty() ? Optional.empty() : Optional.of(new Sender(domain.get(), name));
    }
  }

  private final Map<Sender, OptionalLong> bySender = new HashMap<>();
  private final Map<String, Long> byDomain = new HashMap<>();
  private final Senders senders;

  /**
   * @param standing the latest first
   */
  Lessons(List<CorrectionMapper.Row> standing, Senders senders) {
    this.senders = senders;
    for (CorrectionMapper.Row row : standing) {
      Long job = row.job();
      if (row.sender().isEmpty()) {
        continue;
      }
      bySender.putIfAbsent(
          new Sender(row.sender(), row.name()),
          job == null ? OptionalLong.empty() : OptionalLong.of(job));
      if (job != null && row.name().isEmpty()) {
        senders
            .domain(row.sender().substring(row.sender().lastIndexOf('@') + 1))
            .filter(domain -> senders.kind(domain) == Senders.Kind.OWN)
            .ifPresent(domain -> byDomain.putIfAbsent(domain, job));
      }
    }
  }

  /** What was said of those with whom a mail is exchanged; empty where nothing was. */
  Optional<OptionalLong> of(List<Address> others) {
    return others.stream()
        .flatMap(address -> Sender.of(address, senders).stream())
        .flatMap(sender -> Stream.ofNullable(bySender.get(sender)))
        .findFirst();
  }

  /** Candidates by what was said: the job itself, and the others at its employer. */
  List<Candidate> candidates(List<Address> others, ApplicationIndex index) {
    Optional<OptionalLong> said = of(others);
    if (said.isPresent()) {
      return said.get().isPresent()
          ? at(said.get().getAsLong(), index, others, OF_ADDRESS)
          : List.of();
    }
    return others.stream()
        .flatMap(address -> address.domain().flatMap(senders::domain).stream())
        .flatMap(domain -> Stream.ofNullable(byDomain.get(domain)))
        .findFirst()
        .map(job -> at(job, index, others, OF_DOMAIN))
        .orElse(List.of());
  }

  private static List<Candidate> at(
      long job, ApplicationIndex index, List<Address> others, double confidence) {
    if (!index.has(job)) {
      return List.of();
    }
    String words = others.getFirst().mail();
    return Stream.concat(Stream.of(job), index.ofEmployer(index.of(job).employer()).stream())
        .distinct()
        .map(
            one ->
                new Candidate(
                    one, Reason.TAUGHT, words, one == job ? confidence : confidence - 0.05))
        .toList();
  }
}
