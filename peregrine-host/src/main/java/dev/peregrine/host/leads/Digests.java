package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The current tenant's mails that list postings: those in the list, and what became of each. */
public final class Digests {

  /** The topic of {@link Live} that is told when the list changes. */
  public static final String TOPIC = "digests";

  private static final int CAUGHT_UP = 100;

  private final Databases databases;
  private final Mails mails;
  private final Live live;
  private final InstantSource clock;

  public Digests(Databases databases, Mails mails, Live live, InstantSource clock) {
    this.databases = databases;
    this.mails = mails;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(DigestMapper.class, LeadMapper.class);
  }

  /** Puts mails into the list; those that were in it before stay what they are. */
  void add(Map<Long, Instant> received) {
    int added =
        write(
            digests ->
                received.entrySet().stream()
                    .mapToInt(mail -> digests.add(mail.getKey(), mail.getValue().toEpochMilli()))
                    .sum());
    if (added > 0) {
      changed();
    }
  }

  /**
   * Those in the list, the newest first.
   *
   * @param after the one after which they begin
   */
  public List<Digest> open(Optional<Digest> after, int most) {
    if (after.isEmpty()) {
      catchUp();
    }
    long received = after.map(last -> last.mail().received().toEpochMilli()).orElse(Long.MAX_VALUE);
    long before = after.map(last -> last.mail().id()).orElse(Long.MAX_VALUE);
    return digests(read(digests -> digests.open(received, before, most)));
  }

  /** How many are in the list. */
  public long countOpen() {
    return read(DigestMapper::countOpen);
  }

  /** Those that left the list, the latest first. */
  public List<Digest> ended(int most) {
    return digests(read(digests -> digests.ended(most)));
  }

  /** One of them; a mail that was labelled so a moment ago is one from now on. */
  public Optional<Digest> findById(long mail) {
    if (read(digests -> digests.find(mail)).isEmpty()) {
      mails
          .findById(mail)
          .filter(DigestStep::isDigest)
          .ifPresent(listed -> add(Map.of(listed.id(), listed.received())));
    }
    return digests(read(digests -> digests.find(mail)).stream().toList()).stream().findFirst();
  }

  /** What is called a digest later is one, too; what the person calls something else is none. */
  private void catchUp() {
    add(
        mails.page(Optional.of(Outcome.DIGEST), Instant.EPOCH, Optional.empty(), CAUGHT_UP).stream()
            .collect(Collectors.toMap(MailRow::id, MailRow::received)));
    List<Long> others =
        digests(read(digests -> digests.open(Long.MAX_VALUE, Long.MAX_VALUE, CAUGHT_UP))).stream()
            .map(Digest::mail)
            .filter(Digests::isSaidToBeElse)
            .map(Mail::id)
            .toList();
    if (!others.isEmpty()) {
      int _ = write(digests -> others.stream().mapToInt(digests::drop).sum());
    }
  }

  private static boolean isSaidToBeElse(Mail mail) {
    return mail.judged()
        .filter(judged -> judged.isSaid() && judged.label() != MailLabel.DIGEST)
        .isPresent();
  }

  private List<Digest> digests(List<DigestMapper.DigestRow> rows) {
    List<Long> ids = rows.stream().map(DigestMapper.DigestRow::mail).toList();
    Map<Long, Mail> found =
        mails.byIds(ids).stream().collect(Collectors.toMap(Mail::id, Function.identity()));
    Map<Long, List<QueuedLink>> links =
        read(digests -> digests.links(ids.toString())).stream()
            .map(QueuedLink::of)
            .collect(Collectors.groupingBy(QueuedLink::digest));
    return rows.stream()
        .filter(row -> found.containsKey(row.mail()))
        .map(
            row ->
                new Digest(
                    java.util.Objects.requireNonNull(found.get(row.mail())),
                    links.getOrDefault(row.mail(), List.of()),
                    Optional.ofNullable(row.ended()).map(Instant::ofEpochMilli),
                    row.state().equals("removed")))
        .toList();
  }

  /**
   * Notes which links the person chose. Those that were chosen before and failed are tried again.
   *
   * @return how many there are to be read
   */
  public int queue(long mail, List<AlertLink> links) {
    int queued =
        write(
            digests ->
                links.stream()
                    .mapToInt(
                        link ->
                            digests.queue(
                                mail,
                                link.address().toString(),
                                link.title(),
                                link.company().orElse(null),
                                link.place().orElse(null),
                                link.isRedirect()))
                    .sum());
    changed();
    return queued;
  }

  /**
   * Notes what became of a link. Once all that were chosen are there, the digest leaves the list in
   * the same moment, so that no page is drawn between.
   */
  public void came(
      QueuedLink link, QueuedLink.State state, OptionalLong job, Optional<String> problem) {
    @Nullable Long number = job.isPresent() ? job.getAsLong() : null;
    boolean finished =
        write(
            digests -> {
              digests.came(link.id(), state.key(), number, problem.orElse(null));
              return digests.unfinished(link.digest()) == 0
                  && digests.state(link.digest(), "done", clock.millis()) > 0;
            });
    if (finished) {
      mails.settle(List.of(link.digest()), true);
    }
    changed();
  }

  /** Takes a digest out of the list because the person wants none of it. */
  public void remove(long mail) {
    if (write(digests -> digests.state(mail, "removed", clock.millis())) > 0) {
      mails.settle(List.of(mail), true);
      changed();
    }
  }

  /** Takes a digest back into the list. */
  public void bringBack(long mail) {
    if (write(digests -> digests.state(mail, "open", null)) > 0) {
      mails.settle(List.of(mail), false);
      changed();
    }
  }

  private <T> T read(Function<DigestMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(DigestMapper.class)));
  }

  private <T> T write(Function<DigestMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(DigestMapper.class)));
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }
}
