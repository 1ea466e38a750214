package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.NamedTitle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a mail tells to whom it belongs.
 *
 * @param others whom the person hears from or writes to
 * @param replyTo where answers go
 * @param text what is read of it: the beginning
 * @param bulk whether it went to many
 * @param aboutApplying whether it speaks of applications at all
 * @param lists whether it lists postings
 * @param label what it means, where that is sure
 */
record Envelope(
    long id,
    boolean own,
    List<Address> others,
    Optional<Address> replyTo,
    String subject,
    List<String> subjectWords,
    String text,
    List<String> textWords,
    List<String> subjectTitle,
    List<String> textTitle,
    Instant received,
    boolean bulk,
    boolean aboutApplying,
    boolean lists,
    Optional<MailLabel> label) {

  private static final int BEGINNING = 6_000;
  private static final int QUOTED = 2_000;
  private static final double SURE = 0.6;

  static Envelope of(Mail mail, FolderRole role, Set<String> own) {
    MailMessage message = mail.message();
    Optional<ForwardedHead> forwarded = forwarded(mail, role);
    String subject = forwarded.flatMap(ForwardedHead::subject).orElse(message.subject());
    String text =
        beginning(message.text(), BEGINNING)
            + (forwarded.isPresent() ? "\n" + beginning(message.quoted(), BEGINNING) : "");
    String asked = subject + "\n" + text;
    return new Envelope(
        mail.id(),
        mail.own(),
        others(mail, role, own),
        Optional.ofNullable(message.headers().get("reply-to")).flatMap(Envelope::address),
        subject,
        CompanyKey.words(subject),
        text,
        CompanyKey.words(text),
        NamedTitle.words(subject),
        NamedTitle.words(text + "\n" + beginning(message.quoted(), QUOTED)),
        mail.received(),
        Wordings.goesToMany(message.from().map(Address::mail).orElse(""))
            || message.headers().containsKey("list-unsubscribe")
            || message.headers().containsKey("list-id")
            || message.headers().getOrDefault("precedence", "").matches("(?i)\\s*(bulk|list)\\s*"),
        Wordings.aboutApplying(asked),
        Wordings.lists(subject, message.from().map(Address::mail).orElse("")),
        mail.judged().filter(judged -> judged.confidence() >= SURE).map(judged -> judged.label()));
  }

  /** Whom the person hears from or writes to; of a forwarded mail who wrote it stands first. */
  static List<Address> others(Mail mail, FolderRole role, Set<String> own) {
    Optional<ForwardedHead> forwarded = forwarded(mail, role);
    var others = new ArrayList<Address>();
    forwarded.ifPresent(head -> others.add(head.from()));
    if (mail.own()) {
      others.addAll(mail.message().to());
    } else if (forwarded.isEmpty() || role != FolderRole.FORWARDED) {
      mail.from().ifPresent(others::add);
    }
    others.removeIf(address -> own.contains(address.mail()));
    return List.copyOf(others);
  }

  private static Optional<ForwardedHead> forwarded(Mail mail, FolderRole role) {
    return !mail.own() && (role == FolderRole.FORWARDED || ForwardedHead.isSaidBy(mail.subject()))
        ? ForwardedHead.in(mail.message().text() + "\n" + mail.message().quoted())
        : Optional.empty();
  }

  private static Optional<Address> address(String header) {
    int open = header.indexOf('<');
    int close = header.indexOf('>', open + 1);
    String mail = open >= 0 && close > open ? header.substring(open + 1, close) : header;
    return mail.indexOf('@') > 0 ? Optional.of(Address.of(mail)) : Optional.empty();
  }

  private static String beginning(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Whether only what was said of it, or of its sender, may decide. */
  boolean isForeign() {
    return lists
        || label.filter(one -> one == MailLabel.DIGEST || one == MailLabel.UNRELATED).isPresent();
  }
}
