package dev.peregrine.host.people;

import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.replies.ReplyKind;
import dev.peregrine.host.replies.ReplyWriting;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the people of an employer and the log together. */
final class PeopleViews {

  private static final int MOST_JOBS = 200;
  private static final int SHOWN = 280;

  private final Interviews interviews;
  private final Contacts contacts;
  private final Jobs jobs;
  private final DraftViews drafts;

  PeopleViews(Interviews interviews, Contacts contacts, Jobs jobs, ReplyWriting writing) {
    this.interviews = interviews;
    this.contacts = contacts;
    this.jobs = jobs;
    this.drafts = new DraftViews(writing, contacts);
  }

  /** The page as it was asked for. */
  PeoplePage page(Visit visit, Job job) {
    Optional<DraftCard> draft =
        ReplyKind.find(visit.value("draft")).map(kind -> drafts.card(job, kind, visit.token()));
    return page(visit, job, draft, Optional.empty(), Optional.empty());
  }

  /** The page with a draft as it was typed. */
  PeoplePage page(Visit visit, Job job, DraftCard typed) {
    return page(visit, job, Optional.of(typed), Optional.empty(), Optional.empty());
  }

  /**
   * @param typedLog a form that is shown as it was typed
   * @param typedPerson likewise
   */
  PeoplePage page(
      Visit visit, Job job, Optional<LogForm> typedLog, Optional<ContactForm> typedPerson) {
    return page(visit, job, Optional.empty(), typedLog, typedPerson);
  }

  private PeoplePage page(
      Visit visit,
      Job job,
      Optional<DraftCard> draft,
      Optional<LogForm> typedLog,
      Optional<ContactForm> typedPerson) {
    Times times = visit.times();
    Map<Long, String> titles = titles(job);
    List<Contact> people = contacts.people(Contacts.company(job));
    List<LogEntry> log = contacts.log(titles.keySet());
    LogForm fresh = LogForm.fresh(job.id(), times.now(), times.zone());
    ContactForm add = ContactForm.fresh(job.id());
    return new PeoplePage(
        interviews.frame(visit, job, PeopleRoutes.KEY),
        drafts.kinds(job, ReplyKind.find(visit.value("draft"))),
        draft,
        log.stream().map(entry -> line(entry, job, titles, people, times, typedLog)).toList(),
        typedLog.filter(form -> form.id().equals(fresh.id())).orElse(fresh),
        people.stream().map(each -> card(each, job, log, times, typedPerson)).toList(),
        typedPerson.filter(form -> form.id().equals(add.id())).orElse(add),
        people.stream().map(Contact::name).toList());
  }

  /** The jobs of the employer by number: this one first. */
  private Map<Long, String> titles(Job job) {
    var titles = new LinkedHashMap<Long, String>();
    titles.put(job.id(), job.posting().title());
    String company = Contacts.company(job);
    for (NamedJob other : jobs.ofCompany(company, MOST_JOBS)) {
      titles.putIfAbsent(other.id(), other.title());
    }
    return titles;
  }

  private static PeoplePage.Line line(
      LogEntry entry,
      Job job,
      Map<Long, String> titles,
      List<Contact> people,
      Times times,
      Optional<LogForm> typed) {
    Said said = entry.said();
    boolean isHere = entry.job() == job.id();
    String text = said.text();
    boolean isLong = text.length() > SHOWN || text.lines().count() > 4;
    LogForm form = LogForm.of(entry, times.zone());
    return new PeoplePage.Line(
        entry.id(),
        PeopleWords.icon(said.direction()),
        PeopleWords.title(said),
        times.moment(said.at()),
        said.subject(),
        isLong ? beginning(text) : text,
        isLong ? text : "",
        isHere ? "" : titles.getOrDefault(entry.job(), ""),
        isHere ? "" : PeopleRoutes.path(entry.job()),
        isKnown(said, people) ? "" : said.who(),
        said.origin() == Said.Origin.HAND
            ? Optional.of(typed.filter(each -> each.id().equals(form.id())).orElse(form))
            : Optional.empty());
  }

  private static boolean isKnown(Said said, List<Contact> people) {
    return said.who().isEmpty()
        || people.stream()
            .anyMatch(
                each ->
                    each.name().toLowerCase(Locale.ROOT).equals(said.who().toLowerCase(Locale.ROOT))
                        || said.contact().isPresent() && said.contact().getAsLong() == each.id());
  }

  private static String beginning(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= SHOWN) {
      return line + " …";
    }
    int end = line.lastIndexOf(' ', SHOWN);
    return line.substring(0, end > SHOWN / 2 ? end : SHOWN) + " …";
  }

  private static PeoplePage.Card card(
      Contact contact, Job job, List<LogEntry> log, Times times, Optional<ContactForm> typed) {
    ContactDetails details = contact.details();
    ContactForm form = ContactForm.of(contact, job.id());
    Stream<Said> theirs =
        log.stream()
            .map(LogEntry::said)
            .filter(
                said -> said.contact().isPresent() && said.contact().getAsLong() == contact.id());
    return new PeoplePage.Card(
        contact.id(),
        details.name(),
        details.role(),
        details.mail(),
        details.phone(),
        details.phone().replaceAll("[^0-9+]", ""),
        details.link(),
        host(details.link()),
        details.notes(),
        theirs.findFirst().map(said -> times.ago(said.at())).orElse(""),
        typed.filter(each -> each.id().equals(form.id())).orElse(form));
  }

  private static String host(String link) {
    if (link.isEmpty()) {
      return "";
    }
    try {
      return Optional.ofNullable(URI.create(link).getHost())
          .orElse(link)
          .replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException odd) {
      return link;
    }
  }
}
