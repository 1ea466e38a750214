package dev.peregrine.host.matching;

import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Mail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Finds the applications to which single mails may belong, by the mails themselves. */
final class Matcher {

  /** From here on a mail is taken to belong; below it the person is asked. */
  static final double SURE = 0.7;

  private static final double SHOWN = 0.15;
  private static final int MOST_SHOWN = 8;

  private final ApplicationIndex index;
  private final Lessons lessons;
  private final Senders senders;
  private final Set<String> own;
  private final Set<String> ownDomains;
  private final LongFunction<FolderRole> roles;

  /**
   * @param own addresses of the person
   * @param roles of folders
   */
  Matcher(
      ApplicationIndex index,
      Lessons lessons,
      Senders senders,
      Set<String> own,
      LongFunction<FolderRole> roles) {
    this.index = index;
    this.lessons = lessons;
    this.senders = senders;
    this.own = own;
    this.roles = roles;
    ownDomains =
        own.stream()
            .flatMap(mail -> senders.domain(mail.substring(mail.lastIndexOf('@') + 1)).stream())
            .filter(domain -> senders.kind(domain) == Senders.Kind.OWN)
            .collect(Collectors.toSet());
  }

  Envelope envelope(Mail mail) {
    return Envelope.of(mail, roles.apply(mail.folder()), own);
  }

  /** Whether the person said that mails of that sender belong to no application. */
  boolean isNone(Envelope mail) {
    return lessons.of(mail.others()).filter(OptionalLong::isEmpty).isPresent();
  }

  /**
   * The candidates, the likeliest first.
   *
   * @param earlier jobs to which earlier mails of the sender belong, 0 to 1
   */
  List<Candidate> candidates(Envelope mail, Map<Long, Double> earlier) {
    var clues = new Clues(index, senders, ownDomains, mail);
    var found = new HashMap<>(clues.find());
    var weights = new HashMap<>(earlier);
    for (Candidate taught : lessons.candidates(mail.others(), index)) {
      found.merge(
          taught.job(),
          taught,
          (one, other) -> other.confidence() > one.confidence() ? other : one);
      if (taught.confidence() > 0.94) {
        weights.put(taught.job(), 1.0);
      }
    }
    return new Choice(index, mail, clues, weights)
        .of(found).stream().filter(one -> one.confidence() >= SHOWN).limit(MOST_SHOWN).toList();
  }
}
