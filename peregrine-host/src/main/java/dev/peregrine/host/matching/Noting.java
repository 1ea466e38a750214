package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.MailNote;
import dev.peregrine.host.contacts.MailNotes;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes mails in the logs of the applications that they belong to, so that it is known when there
 * was contact last, and who writes from there.
 */
final class Noting implements MailStep {

  /** The log shows a beginning; the whole stays with the mail. */
  private static final int MOST_TEXT = 4_000;

  private final Mails mails;
  private final Jobs jobs;
  private final MailNotes notes;
  private final Senders senders;

  Noting(Mails mails, Jobs jobs, MailNotes notes, Senders senders) {
    this.mails = mails;
    this.jobs = jobs;
    this.notes = notes;
    this.senders = senders;
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOW;
  }

  @Override
  public void over(List<Long> ids) {
    List<Mail> looked = mails.byIds(ids);
    Map<Long, JobRow> rows =
        jobs.pursued()
            .rows(
                looked.stream()
                    .flatMap(mail -> mail.belonging().stream())
                    .map(Belonging::job)
                    .collect(Collectors.toSet()));
    var noted = new ArrayList<MailNote>();
    var none = new ArrayList<Long>();
    var roles = Assigning.roles(mails);
    Set<String> own = new HashSet<>(mails.ownAddresses());
    for (Mail mail : looked) {
      Optional<JobRow> job =
          mail.copyOf().isPresent()
              ? Optional.empty()
              : mail.belonging().flatMap(one -> Optional.ofNullable(rows.get(one.job())));
      job.ifPresentOrElse(
          one -> noted.add(note(mail, one, Envelope.others(mail, roles.apply(mail.folder()), own))),
          () -> none.add(mail.id()));
    }
    notes.note(noted);
    notes.forget(none);
  }

  private MailNote note(Mail mail, JobRow job, List<Address> others) {
    Optional<Address> other = others.stream().findFirst();
    String text = mail.message().text();
    return new MailNote(
        mail.id(),
        job.id(),
        Contacts.company(job.id(), job.company()),
        new Said(
            OptionalLong.empty(),
            mail.own() ? Direction.OUT : Direction.IN,
            Channel.MAIL,
            mail.received(),
            other.map(address -> address.name().orElse(address.mail())).orElse(""),
            mail.subject(),
            text.substring(0, Math.min(text.length(), MOST_TEXT)),
            Said.Origin.MAIL),
        other.map(Address::mail).orElse(""),
        other.flatMap(address -> person(address, job)));
  }

  /**
   * The name of whoever writes from an address of their own; empty where it is nobody in person.
   */
  private Optional<String> person(Address address, JobRow job) {
    int at = address.mail().lastIndexOf('@');
    Senders.Kind kind =
        address.domain().flatMap(senders::domain).map(senders::kind).orElse(Senders.Kind.OWN);
    if (at <= 0
        || senders.isRole(address.mail().substring(0, at))
        || kind == Senders.Kind.SYSTEM
        || kind == Senders.Kind.BOARD) {
      return Optional.empty();
    }
    String company = CompanyKey.of(job.company());
    return address
        .name()
        .filter(name -> !name.contains("@"))
        .filter(name -> !CompanyKey.of(Optional.of(name)).equals(company))
        .or(() -> spelled(address.mail().substring(0, at)));
  }

  /** The name in an address such as {@code anna.berg}. */
  private static Optional<String> spelled(String local) {
    String[] parts = local.split("\\.", -1);
    if (parts.length != 2
        || !parts[0].matches("\\p{L}{2,20}")
        || !parts[1].matches("[\\p{L}-]{2,30}")) {
      return Optional.empty();
    }
    return Optional.of(capital(parts[0]) + " " + capital(parts[1]));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
