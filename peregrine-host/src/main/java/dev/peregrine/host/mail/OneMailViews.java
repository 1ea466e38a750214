package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.api.mail.MailMessage.Attachment;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.invitations.Invitation;
import dev.peregrine.host.invitations.InvitationException;
import dev.peregrine.host.invitations.Invitations;
import dev.peregrine.host.mail.OneMailPage.Attached;
import dev.peregrine.host.mail.OneMailPage.Fact;
import dev.peregrine.host.mail.OneMailPage.Label;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.MailWords;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.mails.Trouble;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the page of one mail together. */
final class OneMailViews {

  private static final int LONGEST_TEXT = 100_000;
  private static final int MOST_IN_THREAD = 100;
  private static final int MOST_ADDRESSES = 10;
  private static final Set<Outcome> SETTLED_BY_NOBODY =
      EnumSet.of(Outcome.OWN, Outcome.COPY, Outcome.UNREADABLE);

  private final Mails mails;
  private final MailAccounts accounts;
  private final MailViews lists;
  private final Applications applications;

  OneMailViews(Mails mails, MailAccounts accounts, MailViews lists, Applications applications) {
    this.mails = mails;
    this.accounts = accounts;
    this.lists = lists;
    this.applications = applications;
  }

  Mail mail(Visit visit) {
    long id = visit.id("id");
    return mails.findById(id).orElseThrow(() -> new NoSuchPageException("mail", Long.toString(id)));
  }

  /** Whether the person said whose a mail is, also that it is nobody's. */
  private boolean isSaid(Mail mail) {
    return mails.rows(List.of(mail.id())).stream()
        .anyMatch(row -> row.reason().equals(Belonging.PERSON));
  }

  OneMailPage page(Visit visit, Mail mail) {
    MailMessage message = mail.message();
    Times times = visit.times();
    String text = message.text();
    String subject = MailSaid.subject(mail.subject());
    return new OneMailPage(
        visit.shell(subject, MailRoutes.MENU),
        mail.id(),
        subject,
        facts(mail, times),
        MailWords.of(mail.outcome()),
        MailSaid.kind(mail.outcome()),
        MailWords.why(mail.outcome()),
        mail.judged().map(OneMailViews::meaning).orElse(""),
        mail.judged().filter(judged -> judged.label() == MailLabel.DIGEST).isPresent(),
        mail.settled().isPresent(),
        !mail.own() && !SETTLED_BY_NOBODY.contains(mail.outcome()),
        mail.outcome() == Outcome.WAITING || mail.outcome() == Outcome.UNCERTAIN,
        applications.of(mail, isSaid(mail), visit),
        labels(mail),
        mail.judged().map(Judged::isSaid).orElse(false),
        Links.in(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text),
        text.length() > LONGEST_TEXT,
        message.html().map(Links::safe).orElse(SafeHtml.EMPTY),
        Links.in(
            message.quoted().length() > LONGEST_TEXT
                ? message.quoted().substring(0, LONGEST_TEXT)
                : message.quoted()),
        events(message, times),
        message.attachments().stream().map(OneMailViews::attached).toList(),
        mail.troubles().stream()
            .filter(trouble -> trouble != Trouble.NO_MESSAGE_ID)
            .map(MailWords::of)
            .toList(),
        InjectionHint.ofMail(message.subject(), message.html().orElse(message.text())),
        headers(mail),
        thread(mail, times));
  }

  private List<Fact> facts(Mail mail, Times times) {
    var boxes = new Boxes(mails, accounts);
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(
            t("mail.from"),
            mail.from().map(OneMailViews::whole).orElseGet(() -> t("mail.no-sender"))));
    if (!mail.message().to().isEmpty()) {
      facts.add(
          new Fact(
              t("mail.to"),
              mail.message().to().stream()
                  .limit(MOST_ADDRESSES)
                  .map(OneMailViews::whole)
                  .collect(Collectors.joining(", "))));
    }
    facts.add(new Fact(t("mail.when"), times.moment(mail.received())));
    facts.add(new Fact(t("mail.where"), boxes.whole(mail.folder())));
    return facts;
  }

  private static String whole(Address address) {
    return address
        .name()
        .map(name -> "%s <%s>".formatted(name, address.mail()))
        .orElse(address.mail());
  }

  private static String meaning(Judged judged) {
    return MailSaid.meaning(
        MailWords.of(judged.label()), judged.confidence(), judged.isSaid(), judged.evidence());
  }

  private static List<Label> labels(Mail mail) {
    return Arrays.stream(MailLabel.values())
        .map(
            label ->
                new Label(
                    label.key(),
                    MailWords.of(label),
                    mail.judged().map(judged -> judged.label() == label).orElse(false)))
        .toList();
  }

  private static Attached attached(Attachment file) {
    String size =
        file.bytes() < 1_000_000
            ? t("mail.kilobytes", "size", Math.max(1, file.bytes() / 1_000))
            : t(
                "mail.megabytes",
                "size",
                Numbers.n(
                    BigDecimal.valueOf(file.bytes())
                        .divide(BigDecimal.valueOf(1_000_000), 1, RoundingMode.HALF_UP)));
    return new Attached(
        file.name().isBlank() ? t("mail.no-name") : file.name(), file.mediaType() + ", " + size);
  }

  private static List<String> events(MailMessage message, Times times) {
    var events = new ArrayList<String>();
    for (String calendar : message.calendar()) {
      try {
        for (Invitation event : Invitations.read(calendar, times.zone())) {
          events.add(event(event, times));
        }
      } catch (InvitationException unreadable) {
        events.add(t("mail.event-unreadable"));
      }
    }
    return events;
  }

  private static String event(Invitation event, Times times) {
    String title = event.title().isBlank() ? t("mail.event-untitled") : event.title();
    String when =
        event
            .start()
            .map(start -> times.coming(start.toInstant()))
            .or(() -> event.wholeDay().map(times::day))
            .orElseGet(() -> t("mail.event-no-time"));
    return event.status() == Invitation.Status.CANCELLED
        ? t("mail.event-cancelled", "title", title, "when", when)
        : t("mail.event", "title", title, "when", when);
  }

  private static List<Fact> headers(Mail mail) {
    var headers = new ArrayList<Fact>();
    mail.messageId().ifPresent(id -> headers.add(new Fact("message-id", id)));
    new TreeMap<>(mail.message().headers())
        .forEach((name, value) -> headers.add(new Fact(name, value)));
    return headers;
  }

  private List<MailLine> thread(Mail mail, Times times) {
    List<Long> ids = mails.ofThread(mail.thread());
    if (ids.size() < 2) {
      return List.of();
    }
    List<MailRow> rows = mails.rows(ids.stream().limit(MOST_IN_THREAD).toList());
    return lists.lines(rows, times);
  }
}
