package dev.peregrine.host.boot;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.demo.Told;
import dev.peregrine.host.offers.Terms;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundOutcome;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The mails, rounds and people of the invented life. */
final class DemoTalks {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private final DemoScenes scenes;

  DemoTalks(DemoScenes scenes) {
    this.scenes = scenes;
  }

  void add() {
    Told.of("mails").forEach(this::mail);
    Told.of("rounds").forEach(this::round);
    Told.of("people").forEach(this::person);
    scenes.at(scenes.ago(5, 9, 0), this::offer);
  }

  /** A mail comes in as a file does: read, classified and matched by the program itself. */
  private void mail(Told told) {
    // What came today came today, whatever day it is.
    int days = told.number("days") == 0 ? 0 : scenes.workdayAgo(told.number("days"));
    Instant when = scenes.ago(days, told.number("hour"), 12);
    scenes.at(
        when,
        () -> {
          var _ =
              scenes
                  .peregrine()
                  .afterApplying()
                  .mailing()
                  .viewing()
                  .files()
                  .take(
                      new ByteArrayInputStream(
                          message(told, when).getBytes(StandardCharsets.UTF_8)),
                      read -> {});
        });
  }

  private String message(Told told, Instant when) {
    return """
        Message-ID: <%s@demo.example>
        Date: %s
        From: %s
        To: Mara Feldt <mara.feldt@mail.example>
        Subject: %s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
        .formatted(
            told.text("id"),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(when.atZone(scenes.zone())),
            told.text("from"),
            told.text("subject"),
            text(told));
  }

  /** Days in a mail are working days from today, as {@code {+3}}. */
  private String text(Told told) {
    String text = told.text("text");
    for (int days = 1; days <= 14; days++) {
      text = text.replace("{+%d}".formatted(days), DAY.format(scenes.workdaysAhead(days)));
    }
    return text;
  }

  private void round(Told told) {
    int days = told.number("days");
    ZonedDateTime start =
        (days < 0 ? scenes.workdaysAhead(-days) : scenes.today().minusDays(scenes.workdayAgo(days)))
            .atTime(LocalTime.parse(told.text("at")))
            .atZone(scenes.zone());
    boolean isOver = days > 0;
    RoundPlan agreed =
        RoundPlan.of(RoundKind.of(told.text("kind")).orElseThrow())
            .at(start)
            .withPeople(told.texts("people"));
    RoundPlan plan =
        isOver ? agreed.withState(RoundState.DONE).withOutcome(RoundOutcome.FORWARD) : agreed;
    scenes.at(
        scenes.ago(Math.max(1, days + 3), 17, 0),
        () -> {
          var _ =
              scenes.peregrine().afterApplying().rounds().add(scenes.job(told.text("job")), plan);
        });
  }

  private void person(Told told) {
    scenes.at(
        scenes.ago(told.number("days"), 17, 30),
        () -> {
          Contacts contacts = scenes.peregrine().afterApplying().contacts();
          var job = scenes.peregrine().jobs().findById(scenes.job(told.text("job"))).orElseThrow();
          var _ =
              contacts.addPerson(
                  Contacts.company(job),
                  new ContactDetails(
                      told.text("name"),
                      told.text("role"),
                      told.text("mail"),
                      "",
                      "",
                      told.text("notes")));
        });
  }

  private void offer() {
    var terms =
        new Terms(
            Optional.of(new BigDecimal("66000")),
            Currency.getInstance("EUR"),
            PayPeriod.YEAR,
            Optional.of(new BigDecimal("3000")),
            "",
            "30 days a year for learning and conferences; a laptop of your choice",
            "Remote in Germany",
            Optional.of(RemoteMode.REMOTE),
            OptionalInt.of(30),
            Optional.of(scenes.workdaysAhead(4)),
            "They would like an answer within ten days.");
    var _ = scenes.peregrine().afterApplying().offers().save(scenes.job("sund"), 0, terms);
  }
}
