package dev.peregrine.host.boot;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.ReadMail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A mail of a test, on its way through the door that all mails take. */
record IncomingMail(
    String subject, String text, String ics, Instant received, MailLabel label, double confidence) {

  static IncomingMail of(MailLabel label, String subject, String text) {
    return new IncomingMail(subject, text, "", World.NOW.minusSeconds(3600), label, 0.9);
  }

  IncomingMail sure(double how) {
    return new IncomingMail(subject, text, ics, received, label, how);
  }

  IncomingMail at(Instant when) {
    return new IncomingMail(subject, text, ics, when, label, confidence);
  }

  IncomingMail with(String calendar) {
    return new IncomingMail(subject, text, calendar, received, label, confidence);
  }

  /** One of each colour and one that is unclear, for a look at them. */
  static void signals(World world, long job) throws Exception {
    of(
            MailLabel.INTERVIEW_SCHEDULED,
            "Your application: a first talk",
            """
            Hello Grace,

            thank you for your application. We would like to talk with you about the role: would \
            Tuesday, 17 March at 2pm or Wednesday, 18 March at 10:30 suit you? It takes 45 minutes, \
            on https://meet.google.com/abc-defg-hij.

            Please let us know by Friday.

            Ole Brandt""")
        .come(world, job);
    of(MailLabel.OFFER_RECEIVED, "Our offer", "Here is our offer. We hope that you like it.")
        .at(World.NOW.minusSeconds(90_000))
        .come(world, job);
    of(MailLabel.REJECTED, "Your application", "We have chosen somebody else this time.")
        .at(World.NOW.minusSeconds(900_000))
        .come(world, job);
    of(MailLabel.POSITIVE_RESPONSE, "A question", "Are you still looking?")
        .sure(0.4)
        .at(World.NOW.minusSeconds(950_000))
        .come(world, job);
    of(MailLabel.APPLICATION_RECEIVED, "We have it", "We have got your application.")
        .at(World.NOW.minusSeconds(990_000))
        .come(world, job);
  }

  /** Has it come for no application that is known. */
  long come(World world) throws Exception {
    return come(world, OptionalLong.empty(), FolderRole.INBOX);
  }

  /** Has it come for an application; what others find out of it is said here. */
  long come(World world, long job) throws Exception {
    return come(world, job, FolderRole.INBOX);
  }

  long come(World world, long job, FolderRole role) throws Exception {
    return come(world, OptionalLong.of(job), role);
  }

  private long come(World world, OptionalLong job, FolderRole role) throws Exception {
    return world.as(
        () -> {
          Mails mails = world.afterApplying.mailing().mails();
          MailFolder folder = mails.folder("test", role.key(), role);
          var incoming = new Incoming(Optional.empty(), Optional.of(received), mail());
          long id =
              world.afterApplying.mailing().arrivals().take(folder, List.of(incoming)).getFirst();
          mails.judge(Map.of(id, new Judged(label, confidence, List.of("talk"), "rules", 1)));
          job.ifPresent(one -> mails.belongs(id, Optional.of(Belonging.bySaying(one))));
          world.afterApplying.mailing().arrivals().over(List.of(id));
          return id;
        });
  }

  private ReadMail mail() {
    return new ReadMail(
        Optional.of(subject.hashCode() + "." + received.toEpochMilli() + "@kontor.example"),
        List.of(),
        Optional.of(new Address("ole@kontor.example", Optional.of("Ole Brandt"))),
        List.of(),
        subject,
        Optional.of(received),
        text,
        "",
        Optional.empty(),
        ics.isEmpty() ? List.of() : List.of(ics),
        List.of(),
        Map.of(),
        text.length(),
        Set.of());
  }
}
