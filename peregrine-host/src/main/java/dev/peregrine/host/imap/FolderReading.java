package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.ReadMail;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what is new in a folder. The server is asked for the numbers of all messages of the window,
 * and what is not kept of these is fetched, so that whatever was missed, for whatever reason, is
 * caught up with. A batch that is kept is kept: who is cut off goes on where they were.
 */
final class FolderReading {

  /** How many messages are asked for at once. */
  static final int BATCH = 200;

  /** How many bytes of messages are in memory at once. */
  static final long BATCH_BYTES = 6L << 20;

  /** A message larger than this is read in pieces. */
  static final long LARGE = 1L << 20;

  private final Mails mails;
  private final Arrivals arrivals;
  private final MailReading reading;
  private final InstantSource clock;
  private final Map<Long, Seen> seen = new ConcurrentHashMap<>();
  private final Suspects suspects = new Suspects();
  private final AtomicLong kept = new AtomicLong();

  FolderReading(Mails mails, Arrivals arrivals, MailReading reading, InstantSource clock) {
    this.mails = mails;
    this.arrivals = arrivals;
    this.reading = reading;
    this.clock = clock;
  }

  /** How a folder was when it was read to its end. */
  private record Seen(
      long uidValidity, OptionalLong nextUid, OptionalLong modSeq, int messages, LocalDate first) {

    /** Whether there can be no difference to another look, without asking for all numbers. */
    boolean isStill(Seen now) {
      return modSeq.isPresent() && nextUid.isPresent() && equals(now);
    }
  }

  /**
   * What came of it.
   *
   * @param gone how many the server has no longer
   * @param held how many of the window it has
   */
  record Outcome(int gone, long held) {}

  /** Hears how far it is. */
  interface Progress {

    /** How much of what was missing is there. */
    void fetched(long done, long total);

    /** How many new mails were kept; also of a folder that is not read to its end then. */
    void came(int fresh);
  }

  /**
   * Reads a folder to its end.
   *
   * @param folder as it was left the last time
   */
  Outcome read(MailAccount account, OpenFolder open, MailFolder folder, Progress progress)
      throws MailException, InterruptedException {
    LocalDate first = account.firstDay(clock.instant());
    var now = new Seen(open.uidValidity(), open.nextUid(), open.modSeq(), open.messages(), first);
    Seen before = seen.get(folder.id());
    if (before != null && before.isStill(now) && folder.uidValidity() == now.uidValidity()) {
      mails.reached(folder.done(now.modSeq(), clock.instant()));
      return new Outcome(0, folder.held());
    }
    MailFolder at =
        folder.uidValidity() == now.uidValidity() ? folder : folder.anew(now.uidValidity());
    // A day is a day of the server's zone, which nobody knows: one more, and one less to miss.
    List<Long> there = open.since(first.minusDays(1));
    Map<Long, Instant> known = mails.numbered(at);
    List<Long> missing = there.stream().filter(uid -> !known.containsKey(uid)).toList();
    at = at.holding(there.size());
    long done = 0;
    for (List<Long> batch : suspects.batches(at.id(), missing, BATCH)) {
      mails.reached(at);
      progress.fetched(done, missing.size());
      fetchSuspecting(open, at, batch, progress);
      at = at.upTo(batch.getLast() + 1);
      done += batch.size();
    }
    suspects.cleared(at.id());
    int gone = mails.gone(at, first.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), there);
    at = at.upTo(there.isEmpty() ? 1 : there.getLast() + 1);
    mails.reached(at.done(now.modSeq(), clock.instant()));
    seen.put(folder.id(), now);
    return new Outcome(gone, there.size());
  }

  private void fetchSuspecting(
      OpenFolder open, MailFolder folder, List<Long> batch, Progress progress)
      throws MailException, InterruptedException {
    if (suspects.isGivenUp(folder.id(), batch)) {
      // Not even its date is asked for: that may be what breaks it.
      var nothing = new OpenFolder.Head(batch.getFirst(), Optional.empty(), 0);
      keep(folder, List.of(incoming(nothing, ReadMail.unreadable(0))), progress);
      return;
    }
    if (suspects.isAlone(folder.id(), batch)) {
      // Whether it is this mail or the server that fails, only another mail can tell.
      Set<Long> given = mails.numbered(folder).keySet();
      if (!given.isEmpty() || suspects.wasAlone(folder.id(), batch)) {
        open.prove(given);
      }
    }
    try {
      fetch(open, folder, batch, progress);
    } catch (MailException cut) {
      if (cut.kind() == MailException.Kind.UNREACHABLE) {
        Set<Long> kept = mails.numbered(folder).keySet();
        suspects.cut(folder.id(), batch.stream().filter(uid -> !kept.contains(uid)).toList());
      }
      throw cut;
    }
  }

  /** A number that differs where anything was achieved since. */
  long achieved() {
    return kept.get() + suspects.noted();
  }

  private void fetch(OpenFolder open, MailFolder folder, List<Long> batch, Progress progress)
      throws MailException, InterruptedException {
    var small = new ArrayList<OpenFolder.Head>();
    long bytes = 0;
    for (OpenFolder.Head head : heads(open, batch)) {
      if (head.size() > LARGE) {
        keep(folder, List.of(streamed(open, head)), progress);
        continue;
      }
      if (bytes + head.size() > BATCH_BYTES) {
        keep(folder, whole(open, small), progress);
        small.clear();
        bytes = 0;
      }
      small.add(head);
      bytes += head.size();
    }
    keep(folder, whole(open, small), progress);
  }

  private void keep(MailFolder folder, List<Incoming> incoming, Progress progress)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!incoming.isEmpty()) {
      kept.addAndGet(incoming.size());
      progress.came(arrivals.take(folder, incoming).size());
    }
  }

  private static List<OpenFolder.Head> heads(OpenFolder open, List<Long> batch)
      throws MailException {
    Map<Long, OpenFolder.Head> heads =
        open.heads(batch).stream()
            .collect(
                Collectors.toMap(OpenFolder.Head::uid, Function.identity(), (one, other) -> other));
    // What the server says nothing of is looked at one by one.
    return batch.stream()
        .map(uid -> heads.getOrDefault(uid, new OpenFolder.Head(uid, Optional.empty(), 0)))
        .toList();
  }

  private List<Incoming> whole(OpenFolder open, List<OpenFolder.Head> heads)
      throws MailException, InterruptedException {
    if (heads.isEmpty()) {
      return List.of();
    }
    Map<Long, OpenFolder.Whole> got = got(open, heads);
    var incoming = new ArrayList<Incoming>();
    for (OpenFolder.Head head : heads) {
      OpenFolder.Whole whole = got.get(head.uid());
      if (whole != null) {
        incoming.add(incoming(head, read(head, whole.bytes())));
      } else {
        one(open, head).ifPresent(incoming::add);
      }
    }
    return incoming;
  }

  private static Map<Long, OpenFolder.Whole> got(OpenFolder open, List<OpenFolder.Head> heads)
      throws MailException {
    try {
      return open.whole(heads.stream().map(OpenFolder.Head::uid).toList()).stream()
          .collect(
              Collectors.toMap(OpenFolder.Whole::uid, Function.identity(), (one, other) -> other));
    } catch (MailException refused) {
      if (refused.kind() != MailException.Kind.BROKEN) {
        throw refused;
      }
      // One message that the server cannot give spoils the answer for all of them.
      return Map.of();
    }
  }

  /** A message that did not come with the others; empty where it is gone meanwhile. */
  private Optional<Incoming> one(OpenFolder open, OpenFolder.Head head)
      throws MailException, InterruptedException {
    try {
      List<OpenFolder.Whole> whole = open.whole(List.of(head.uid()));
      if (!whole.isEmpty()) {
        return Optional.of(incoming(head, read(head, whole.getFirst().bytes())));
      }
      if (!open.has(head.uid())) {
        return Optional.empty();
      }
    } catch (MailException refused) {
      if (refused.kind() != MailException.Kind.BROKEN) {
        throw refused;
      }
    }
    return Optional.of(incoming(head, ReadMail.unreadable(head.size())));
  }

  private Incoming streamed(OpenFolder open, OpenFolder.Head head) throws MailException {
    try (InputStream pieces = open.pieces(head)) {
      return incoming(head, reading.read(pieces));
    } catch (IOException failed) {
      if (failed.getCause() instanceof MailException mail
          && mail.kind() != MailException.Kind.BROKEN) {
        throw mail;
      }
      return incoming(head, ReadMail.unreadable(head.size()));
    }
  }

  private ReadMail read(OpenFolder.Head head, InputStream bytes) {
    try {
      return reading.read(bytes);
    } catch (IOException never) {
      return ReadMail.unreadable(head.size());
    }
  }

  private static Incoming incoming(OpenFolder.Head head, ReadMail mail) {
    return new Incoming(Optional.of(head.uid()), head.received(), mail);
  }
}
