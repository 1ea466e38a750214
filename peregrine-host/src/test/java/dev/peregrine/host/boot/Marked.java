package dev.peregrine.host.boot;

import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tenancy.Tenant;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What somebody has who talks with employers, with a word in each piece by which it is known. */
final class Marked {

  private Marked() {}

  /**
   * Adds mails, a letter, a round, a person, a survey and a reminder.
   *
   * @param number of a job that is there
   */
  static void add(Cloud cloud, String user, String word, long number) throws Exception {
    Peregrine peregrine = cloud.peregrine();
    new Tenant(user, cloud.folder(user))
        .call(
            () -> {
              Job job = peregrine.jobs().findById(number).orElseThrow();
              AfterApplying after = peregrine.afterApplying();
              var _ = after.mailing().viewing().files().take(mail(job, word), read -> {});
              Resume resume = peregrine.resumes().current().orElseThrow();
              LetterStyle style = LetterStyle.in(Locale.ENGLISH);
              var _ =
                  peregrine
                      .letters()
                      .add(
                          job.id(),
                          LetterContent.of(
                              Letter.Origin.SKELETON,
                              "Dear people of " + word + ",\n\nI would like to work there.",
                              style,
                              Optional.of(new Letter.Against(resume.id(), resume.version()))),
                          true);
              var _ =
                  after
                      .rounds()
                      .add(
                          job.id(),
                          RoundPlan.of(RoundKind.of("recruiter").orElseThrow())
                              .at(Cloud.NOW.plusSeconds(90_000).atZone(ZoneId.of("Europe/Berlin")))
                              .withPeople(List.of(word + " Brandt")));
              var _ =
                  after
                      .contacts()
                      .addPerson(
                          Contacts.company(job),
                          new ContactDetails(
                              word + " Krull", word + " lead", word + "@mail.example", "", "", ""));
              var _ =
                  after
                      .surveying()
                      .surveys()
                      .add(job, word + " survey", "1. What of " + word + " do you like?");
              var _ =
                  after
                      .reminders()
                      .own()
                      .add(
                          OptionalLong.empty(),
                          word + " to do",
                          java.time.LocalDate.of(2026, 3, 12),
                          5);
              return job;
            });
  }

  private static ByteArrayInputStream mail(Job job, String word) {
    return new ByteArrayInputStream(
        """
        Message-ID: <%s@mail.example>
        Date: Tue, 10 Mar 2026 09:00:00 +0000
        From: %s people <jobs@%s.example>
        To: me <me@mail.example>
        Subject: %s
        Content-Type: text/plain; charset=utf-8

        Dear %s, we would like to invite you to an interview.
        """
            .formatted(word, word, word.toLowerCase(Locale.ROOT), job.posting().title(), word)
            .getBytes(StandardCharsets.UTF_8));
  }
}
