package dev.peregrine.host.mcp;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mcp.Tool.Effect;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.BriefClaim;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.research.Source;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was said and is known around an application. */
final class ApplicationTools {

  private static final int MOST_MAILS = 20;
  private static final int MAIL = 4_000;

  private final Jobs jobs;
  private final Mails mails;
  private final Briefs briefs;
  private final Contacts contacts;
  private final InstantSource clock;

  ApplicationTools(Parts parts) {
    this.jobs = parts.jobs();
    this.mails = parts.mails();
    this.briefs = parts.briefs();
    this.contacts = parts.contacts();
    this.clock = parts.clock();
  }

  List<Tool<?, ?>> all() {
    return List.of(
        new Tool<>(
            "get_company_brief",
            "Read the company brief",
            "What is known of a job's employer, each sentence with its sources. Reads what was "
                + "looked up already and looks nothing up.",
            Scope.READ,
            Effect.LOOKS,
            Which.class,
            BriefSheet.class,
            this::brief),
        new Tool<>(
            "get_mails",
            "Read the mails of an application",
            "The mails that belong to a job, the newest first, with what each means. At most 20.",
            Scope.READ,
            Effect.LOOKS,
            Which.class,
            Mailbox.class,
            this::mails),
        new Tool<>(
            "log_contact",
            "Note a contact",
            "Notes in the log of a job that somebody was in touch: a call, a talk, a message. "
                + "Sends nothing.",
            Scope.WRITE,
            Effect.ADDS,
            Noting.class,
            Noted.class,
            this::note));
  }

  record Which(@Says("The job's number, as from search_jobs.") long job) {}

  private Job job(long id) {
    return jobs.findById(id).orElseThrow(() -> ToolException.noJob(id));
  }

  record BriefSheet(
      String company,
      Instant made,
      @Says("False where it is made of postings alone.") boolean lookedUp,
      List<Section> sections,
      List<From> sources) {}

  record Section(String heading, List<Claim> claims) {}

  record Claim(
      Foreign text,
      @Says("Numbers of its sources; none where it is a model's own opinion.")
          List<Long> sources) {}

  record From(
      long number, URI address, String title, Optional<LocalDate> published, Instant fetched) {}

  private BriefSheet brief(Which which) {
    Job job = job(which.job());
    Brief brief =
        briefs
            .of(briefs.subject(job).key())
            .orElseThrow(
                () ->
                    new ToolException(
                        "Nothing was looked up about the employer of job \"%d\" yet. The person can do so on the page of the application, under Company."
                            .formatted(job.id())));
    return new BriefSheet(
        Foreign.line(brief.name()),
        brief.made(),
        brief.isLive(),
        brief.sections().stream()
            .map(
                section ->
                    new Section(
                        section.heading().key(),
                        section.claims().stream().map(ApplicationTools::claim).toList()))
            .toList(),
        brief.sources().stream().map(ApplicationTools::source).toList());
  }

  private static Claim claim(BriefClaim claim) {
    return new Claim(new Foreign(claim.text()), claim.sources());
  }

  private static From source(Source source) {
    return new From(
        source.id(),
        source.address(),
        Foreign.line(source.title()),
        source.published(),
        source.fetched());
  }

  record Mailbox(@Says("How many there are in all.") int total, List<Message> mails) {}

  record Message(
      long mail,
      Instant received,
      @Says("Whether the person wrote it.") boolean byPerson,
      String from,
      String subject,
      @Says("What it means, as far as that was found out.") Optional<String> meaning,
      Foreign text) {}

  private Mailbox mails(Which which) {
    List<Mail> all = mails.ofJob(job(which.job()).id());
    return new Mailbox(
        all.size(),
        all.stream()
            .sorted(Comparator.comparing(Mail::received).reversed())
            .limit(MOST_MAILS)
            .map(ApplicationTools::message)
            .toList());
  }

  private static Message message(Mail mail) {
    return new Message(
        mail.id(),
        mail.received(),
        mail.own(),
        Foreign.line(mail.from().map(ApplicationTools::sender).orElse("")),
        Foreign.line(mail.subject()),
        mail.judged().map(judged -> judged.label().key()),
        Foreign.cutAt(mail.message().text(), MAIL));
  }

  private static String sender(Address address) {
    return address.name().map(name -> name + " <" + address.mail() + ">").orElse(address.mail());
  }

  record Noting(
      @Says("The job's number.") long job,
      @Says("in: they turned to the person. out: the person to them. both: they spoke.")
          Direction direction,
      Channel channel,
      @Says("With whom.") Optional<String> who,
      @Says("What was said.") String text,
      @Says("When, such as 2026-11-23T09:30:00Z; now where not given.") Optional<Instant> at) {}

  record Noted(long entry, Instant at, String text) {}

  private Noted note(Noting noting) {
    Instant now = clock.instant();
    Instant at = noting.at().orElse(now);
    if (noting.text().isBlank() || at.isAfter(now)) {
      throw new ToolException(
          noting.text().isBlank()
              ? "The note has no text. Say what was said."
              : "\"%s\" is still to come; the log holds what was. Use add_reminder for what will be."
                  .formatted(at));
    }
    LogEntry entry =
        contacts.add(
            job(noting.job()).id(),
            new Said(
                OptionalLong.empty(),
                noting.direction(),
                noting.channel(),
                at,
                noting.who().orElse(""),
                "",
                noting.text(),
                Said.Origin.HAND));
    return new Noted(entry.id(), entry.said().at(), entry.said().text());
  }
}
