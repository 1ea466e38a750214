package dev.peregrine.host.matching;

import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.mails.SenderJob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives mails to applications, each by itself and then by its conversation. */
final class Assigning {

  /** What the conversation says is as sure as its own mails; this much. */
  private static final double BY_THREAD = 0.96;

  private static final int MOST_WORDS = 200;

  private final Mails mails;
  private final Matcher matcher;

  Assigning(Mails mails, Matcher matcher) {
    this.mails = mails;
    this.matcher = matcher;
  }

  static Function<Long, FolderRole> roles(Mails mails) {
    Map<Long, FolderRole> roles =
        mails.folders().stream().collect(Collectors.toMap(MailFolder::id, MailFolder::role));
    return folder -> roles.getOrDefault(folder, FolderRole.CHOSEN);
  }

  /**
   * Looks at mails and notes what was found.
   *
   * @return mails that belong elsewhere than before; of conversations also such as were not asked
   *     for
   */
  Set<Long> over(Collection<Long> ids) {
    List<Mail> asked =
        mails.byIds(ids).stream()
            .filter(mail -> mail.outcome() != Outcome.UNREADABLE && mail.copyOf().isEmpty())
            .toList();
    Map<Long, List<Candidate>> direct = candidates(asked);
    Map<Long, List<MailRow>> threads =
        mails.ofThreads(asked.stream().map(Mail::thread).collect(Collectors.toSet())).stream()
            .collect(Collectors.groupingBy(MailRow::thread));
    var found = new HashMap<Long, Optional<Belonging>>();
    threads.values().forEach(thread -> thread(thread, direct, found));
    return write(found, threads);
  }

  Map<Long, List<Candidate>> candidates(List<Mail> asked) {
    var envelopes = asked.stream().map(matcher::envelope).toList();
    Map<String, Map<Long, Double>> earlier = earlier(envelopes);
    var direct = new HashMap<Long, List<Candidate>>();
    for (Envelope envelope : envelopes) {
      Map<Long, Double> weights =
          envelope.others().stream()
              .map(address -> earlier.getOrDefault(address.mail(), Map.of()))
              .filter(known -> !known.isEmpty())
              .findFirst()
              .orElse(Map.of());
      direct.put(
          envelope.id(),
          matcher.isNone(envelope) ? List.of() : matcher.candidates(envelope, weights));
    }
    return direct;
  }

  private Map<String, Map<Long, Double>> earlier(List<Envelope> envelopes) {
    Set<String> addresses =
        envelopes.stream()
            .flatMap(one -> one.others().stream())
            .map(address -> address.mail())
            .collect(Collectors.toSet());
    var jobs = new HashMap<String, Map<Long, Double>>();
    Map<String, List<SenderJob>> bySender =
        mails.jobsOfSenders(addresses).stream().collect(Collectors.groupingBy(SenderJob::sender));
    bySender.forEach(
        (sender, counts) -> {
          double all = counts.stream().mapToLong(SenderJob::mails).sum();
          jobs.put(
              sender,
              counts.stream()
                  .collect(Collectors.toMap(SenderJob::job, count -> count.mails() / all)));
        });
    return jobs;
  }

  private static void thread(
      List<MailRow> thread,
      Map<Long, List<Candidate>> direct,
      Map<Long, Optional<Belonging>> found) {
    Optional<MailRow> said =
        thread.stream().filter(Assigning::isSaid).reduce((earlier, later) -> later);
    for (MailRow row : thread) {
      if (isSaid(row) || isLeftOut(row)) {
        continue;
      }
      Optional<Belonging> own = own(row, direct);
      if (said.isPresent()) {
        found.put(row.id(), said.get().job().map(job -> byThread(job, said.get())));
      } else if (own.isPresent()) {
        found.put(row.id(), own);
      }
    }
    if (said.isPresent()) {
      return;
    }
    for (MailRow row : thread) {
      if (!found.containsKey(row.id()) && !isLeftOut(row)) {
        Optional<MailRow> near = nearest(thread, row, direct);
        found.put(
            row.id(),
            near.flatMap(one -> own(one, direct).map(belonging -> byThread(belonging.job(), one))));
      }
    }
  }

  /** The one before it that belongs somewhere by itself, else the first one after it. */
  private static Optional<MailRow> nearest(
      List<MailRow> thread, MailRow row, Map<Long, List<Candidate>> direct) {
    int at = thread.indexOf(row);
    var order = new ArrayList<>(thread.subList(0, at).reversed());
    order.addAll(thread.subList(at + 1, thread.size()));
    return order.stream().filter(one -> own(one, direct).isPresent()).findFirst();
  }

  /** What a mail says by itself, found now or before. */
  private static Optional<Belonging> own(MailRow row, Map<Long, List<Candidate>> direct) {
    List<Candidate> candidates = direct.get(row.id());
    if (candidates == null) {
      return row.job()
          .filter(job -> !row.reason().equals(Reason.THREAD.key()))
          .map(job -> new Belonging(job, row.reason(), row.reasonWords(), Matcher.SURE));
    }
    return candidates.stream()
        .findFirst()
        .filter(first -> first.confidence() >= Matcher.SURE)
        .map(Candidate::belonging);
  }

  private static Belonging byThread(long job, MailRow other) {
    String subject = other.subject();
    return new Belonging(
        job,
        Reason.THREAD.key(),
        subject.substring(0, Math.min(subject.length(), MOST_WORDS)),
        BY_THREAD);
  }

  private static boolean isSaid(MailRow row) {
    return row.reason().equals(Belonging.PERSON);
  }

  private static boolean isLeftOut(MailRow row) {
    return row.outcome() == Outcome.COPY || row.outcome() == Outcome.UNREADABLE;
  }

  private Set<Long> write(Map<Long, Optional<Belonging>> found, Map<Long, List<MailRow>> threads) {
    var changed = new HashMap<Long, Optional<Belonging>>();
    var moved = new HashSet<Long>();
    for (MailRow row : threads.values().stream().flatMap(List::stream).toList()) {
      Optional<Belonging> now = found.get(row.id());
      if (now == null) {
        continue;
      }
      boolean sameJob = Objects.equals(row.job(), now.map(Belonging::job));
      boolean sameReason = now.map(Belonging::reason).orElse("").equals(row.reason());
      if (!sameJob || !sameReason) {
        changed.put(row.id(), now);
      }
      if (!sameJob) {
        moved.add(row.id());
      }
    }
    if (!changed.isEmpty()) {
      mails.belong(changed);
    }
    return moved;
  }
}
