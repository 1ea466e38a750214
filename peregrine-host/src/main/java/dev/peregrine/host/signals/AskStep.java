package dev.peregrine.host.signals;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.signals.Ask.Kind;
import dev.peregrine.host.spoken.Deadlines;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what mails ask the person to do, and until when. */
public final class AskStep implements MailStep {

  private static final int USUAL_REPLY = 5;
  private static final int USUAL_SURVEY = 30;
  private static final int USUAL_OFFER = 30;
  private static final int USUAL_TODO = 10;
  private static final Set<MailLabel> ABOUT_NOTHING =
      Set.of(MailLabel.DIGEST, MailLabel.UNRELATED, MailLabel.REJECTED);
  private static final Pattern ANSWER_WANTED =
      Pattern.compile(
          "(?<!\\p{L})(?:let (?:us|me) know|please (?:reply|confirm|respond|answer|choose|book)|your availability"
              + "|get back to (?:us|me)|which (?:time|slot)|rückmeldung|bestätige|bescheid|antworte|"
              + "passt (?:dir|ihnen|es)|wann (?:du|sie) (?:zeit|kannst|können))");

  private final Mails mails;
  private final Asks asks;
  private final ZoneId here;

  public AskStep(Mails mails, Asks asks, ZoneId here) {
    this.mails = mails;
    this.asks = asks;
    this.here = here;
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOW;
  }

  @Override
  public void over(List<Long> ids) {
    Set<Long> todo =
        mails.folders().stream()
            .filter(folder -> folder.role() == FolderRole.TODO)
            .map(MailFolder::id)
            .collect(Collectors.toSet());
    for (Mail mail : mails.byIds(ids)) {
      if (mail.own()) {
        asks.answered(mails.ofThread(mail.thread()), mail.received());
      } else {
        look(mail, todo.contains(mail.folder()));
      }
    }
  }

  private void look(Mail mail, boolean todo) {
    Optional<Ask> ask = mail.outcome() == Outcome.UNREADABLE ? Optional.empty() : ask(mail, todo);
    if (ask.isEmpty()) {
      asks.forget(mail.id());
      return;
    }
    asks.note(ask.get());
    mails.byIds(mails.ofThread(mail.thread())).stream()
        .filter(each -> each.own() && each.received().isAfter(mail.received()))
        .findFirst()
        .ifPresent(answer -> asks.answered(List.of(mail.id()), answer.received()));
  }

  private Optional<Ask> ask(Mail mail, boolean todo) {
    ZonedDateTime written = mail.received().atZone(here);
    Optional<Instant> due =
        new Deadlines(written).first(mail.message().text()).map(ZonedDateTime::toInstant);
    // A copy of a mail in the folder of what is to be done is what the person means.
    if (todo) {
      return Optional.of(ask(mail, Kind.TODO, due, USUAL_TODO));
    }
    Optional<MailLabel> label =
        mail.judged().map(Judged::label).filter(each -> !ABOUT_NOTHING.contains(each));
    if (label.isEmpty() || mail.copyOf().isPresent()) {
      return Optional.empty();
    }
    if (mail.belonging().isEmpty()) {
      return nobodys(mail, label.get(), due);
    }
    return switch (label.get()) {
      case SURVEY_RECEIVED -> Optional.of(ask(mail, Kind.SURVEY, due, effort(mail)));
      case OFFER_RECEIVED -> due.map(day -> ask(mail, Kind.OFFER, due, USUAL_OFFER));
      case INTERVIEW_SCHEDULED, POSITIVE_RESPONSE, EVENT_RESCHEDULED ->
          due.isPresent() || wantsAnswer(mail)
              ? Optional.of(ask(mail, Kind.REPLY, due, USUAL_REPLY))
              : Optional.empty();
      case NEUTRAL, APPLICATION_RECEIVED ->
          due.filter(day -> wantsAnswer(mail)).map(day -> ask(mail, Kind.REPLY, due, USUAL_REPLY));
      case REJECTED, DIGEST, UNRELATED -> Optional.empty();
    };
  }

  /** What must not be missed, even where nobody knows yet which application it is of. */
  private Optional<Ask> nobodys(Mail mail, MailLabel label, Optional<Instant> due) {
    if (mail.outcome() != Outcome.WAITING || isSaidToBeNobodys(mail)) {
      return Optional.empty();
    }
    return switch (label) {
      case OFFER_RECEIVED -> Optional.of(ask(mail, Kind.OFFER, due, USUAL_OFFER));
      case INTERVIEW_SCHEDULED -> Optional.of(ask(mail, Kind.REPLY, due, USUAL_REPLY));
      default -> Optional.empty();
    };
  }

  private boolean isSaidToBeNobodys(Mail mail) {
    return mails.rows(List.of(mail.id())).stream()
        .anyMatch(row -> row.reason().equals(Belonging.PERSON));
  }

  private static boolean wantsAnswer(Mail mail) {
    return ANSWER_WANTED.matcher(mail.message().text().toLowerCase(Locale.ROOT)).find();
  }

  private static int effort(Mail mail) {
    return new MeetingWords(mail).length().map(said -> (int) said.toMinutes()).orElse(USUAL_SURVEY);
  }

  private static Ask ask(Mail mail, Kind kind, Optional<Instant> due, int minutes) {
    return new Ask(
        mail.id(),
        mail.belonging().map(Belonging::job).map(OptionalLong::of).orElse(OptionalLong.empty()),
        kind,
        mail.from().map(from -> from.name().orElse(from.mail())).orElse(""),
        mail.subject(),
        mail.received(),
        due,
        minutes);
  }
}
