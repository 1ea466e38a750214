package dev.peregrine.host.matching;

import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Relative;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Joins mails to conversations by what they answer, in whichever order they come. That two have the
 * same subject is never enough.
 */
final class Threading implements MailStep {

  private static final Pattern PREFIXES =
      Pattern.compile(
          "^(?:\\s*(?:re|aw|antw|antwort|sv|rif|r|odp|fwd?|wg|tr)\\s*(?:\\[\\d+])?\\s*:)+\\s*",
          Pattern.CASE_INSENSITIVE);

  private final Mails mails;

  Threading(Mails mails) {
    this.mails = mails;
  }

  @Override
  public Turn turn() {
    return Turn.THREAD;
  }

  @Override
  public void over(List<Long> ids) {
    Map<Long, MailRow> asked = new HashMap<>();
    mails.rows(ids).forEach(mail -> asked.put(mail.id(), mail));
    // In the order in which they are found: a later one may join what an earlier one joined.
    var threads = new LinkedHashMap<Long, Long>();
    for (Relative relative : mails.relatives(ids)) {
      MailRow mail = asked.get(relative.of());
      if (mail == null || !belongsWith(mail, relative)) {
        continue;
      }
      long one = root(threads, mail.thread());
      long other = root(threads, relative.thread());
      if (one != other) {
        // What came first by its number was noted first by others, too.
        threads.put(Math.max(one, other), Math.min(one, other));
      }
    }
    mails.joinThreads(threads);
  }

  private static long root(Map<Long, Long> threads, long thread) {
    long root = thread;
    for (Long next = threads.get(root); next != null; next = threads.get(root)) {
      root = next;
    }
    return root;
  }

  /** Careless senders give several mails the same number, or one that none of theirs has. */
  private static boolean belongsWith(MailRow mail, Relative relative) {
    return switch (relative.kind()) {
      case COPY -> true;
      case LINE -> relative.called() == 1 || sameSubject(mail.subject(), relative.subject());
      case SIBLING -> sameSubject(mail.subject(), relative.subject());
    };
  }

  private static boolean sameSubject(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String subject) {
    return PREFIXES
        .matcher(subject)
        .replaceFirst("")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
