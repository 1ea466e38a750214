package dev.peregrine.host.people;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.contacts.Saving;
import dev.peregrine.host.interviews.InterviewTab;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.replies.ReplyWriting;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The tab People of an application. */
public final class PeopleRoutes implements Routes {

  static final String KEY = "people";

  private static final String HERE = "/interviews/{id}/people";
  private static final String ENTRY = HERE + "/log/{entry}";
  private static final String PERSON = HERE + "/person/{person}";
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Interviews interviews;
  private final Contacts contacts;
  private final PeopleViews views;

  public PeopleRoutes(Interviews interviews, Contacts contacts, Jobs jobs, ReplyWriting writing) {
    this.interviews = interviews;
    this.contacts = contacts;
    this.views = new PeopleViews(interviews, contacts, jobs, writing);
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(KEY, () -> t("people.title"), 30, this::state));
    routes.get(HERE, visit -> visit.show(views.page(visit, interviews.job(visit))));
    routes.post(HERE + "/log", this::note);
    routes.post(ENTRY, this::change);
    routes.post(ENTRY + "/remove", this::remove);
    routes.post(ENTRY + "/back", this::bringBack);
    routes.post(HERE + "/person", this::addPerson);
    routes.post(PERSON, this::changePerson);
    routes.post(PERSON + "/remove", this::removePerson);
    routes.post(PERSON + "/back", this::bringBackPerson);
  }

  static String path(long job) {
    return Interviews.path(job) + "/" + KEY;
  }

  private String state(long job) {
    int size = contacts.touches(List.of(job)).getOrDefault(job, List.of()).size();
    return size == 0 ? "" : Integer.toString(size);
  }

  // --- the log

  private void note(Visit visit) {
    Job job = interviews.job(visit);
    Optional<Said> said = said(visit, job);
    if (said.isEmpty()) {
      LogForm form = typed(visit, LogForm.fresh(job.id(), visit.times().now(), zoneOf(visit)));
      again(visit, 422, job, form.open(problem(visit)));
      return;
    }
    LogEntry added = contacts.add(job.id(), said.get());
    visit.go(
        path(job.id()),
        Toast.undoable(
            t("people.noted"),
            PeopleWords.title(added.said()),
            "%s/log/%d/remove".formatted(path(job.id()), added.id())));
  }

  private void change(Visit visit) {
    Job job = interviews.job(visit);
    LogEntry entry = entry(visit);
    LogForm mine = typed(visit, LogForm.of(entry, zoneOf(visit)));
    Optional<Said> said = said(visit, job);
    if (said.isEmpty()) {
      again(visit, 422, job, mine.open(problem(visit)));
      return;
    }
    int seen = (int) visit.number("seen").orElse(-1);
    switch (contacts.save(entry.id(), seen, said.get())) {
      case Saving.Done<LogEntry> done -> visit.go(path(job.id()), Toast.of(t("people.saved")));
      case Saving.Overtaken<LogEntry> overtaken ->
          again(visit, 409, job, mine.open(t("people.changed-meanwhile")));
    }
  }

  private void again(Visit visit, int status, Job job, LogForm form) {
    visit.show(status, views.page(visit, job, Optional.of(form), Optional.empty()));
  }

  /** The form as it was typed, over the version that is stored now. */
  private static LogForm typed(Visit visit, LogForm form) {
    return new LogForm(
        form.id(),
        form.action(),
        form.seen(),
        Direction.find(visit.value("direction")).orElse(form.direction()),
        Channel.find(visit.value("channel")).orElse(form.channel()),
        visit.value("at"),
        visit.value("who"),
        visit.value("subject"),
        visit.value("text"),
        true,
        "");
  }

  private Optional<Said> said(Visit visit, Job job) {
    if (!problem(visit).isEmpty()) {
      return Optional.empty();
    }
    String who = visit.value("who");
    OptionalLong contact =
        contacts.people(Contacts.company(job)).stream()
            .filter(
                each -> each.name().toLowerCase(Locale.ROOT).equals(who.toLowerCase(Locale.ROOT)))
            .mapToLong(Contact::id)
            .findFirst();
    return Optional.of(
        new Said(
            contact,
            Direction.find(visit.value("direction")).orElse(Direction.IN),
            Channel.find(visit.value("channel")).orElse(Channel.MAIL),
            at(visit).orElseThrow(),
            who,
            visit.value("subject"),
            visit.value("text"),
            Said.Origin.HAND));
  }

  private static String problem(Visit visit) {
    Optional<Instant> at = at(visit);
    if (at.isEmpty()) {
      return t("people.when-wrong", "typed", visit.value("at"));
    }
    if (at.get().isAfter(visit.times().now().plus(AHEAD))) {
      return t("people.when-to-come");
    }
    boolean isEmpty =
        visit.value("who").isEmpty()
            && visit.value("subject").isEmpty()
            && visit.value("text").isEmpty();
    return isEmpty ? t("people.nothing-said") : "";
  }

  private static Optional<Instant> at(Visit visit) {
    try {
      return Optional.of(LocalDateTime.parse(visit.value("at")))
          .filter(at -> at.getYear() >= 1990 && at.getYear() < 2200)
          .map(at -> at.atZone(zoneOf(visit)).toInstant());
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static ZoneId zoneOf(Visit visit) {
    Times times = visit.times();
    return times.zone();
  }

  private LogEntry entry(Visit visit) {
    return contacts
        .findEntry(visit.id("entry"))
        .filter(entry -> entry.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException("entry", visit.part("entry")));
  }

  private void remove(Visit visit) {
    LogEntry entry = entry(visit);
    contacts.remove(entry.id());
    visit.go(
        path(entry.job()),
        Toast.undoable(
            t("people.removed"),
            PeopleWords.title(entry.said()),
            "%s/log/%d/back".formatted(path(entry.job()), entry.id())));
  }

  private void bringBack(Visit visit) {
    contacts.bringBack(visit.id("entry"));
    visit.go(path(visit.id("id")));
  }

  // --- people

  private static ContactDetails details(Visit visit) {
    return new ContactDetails(
        visit.value("name"),
        visit.value("role"),
        visit.value("mail"),
        visit.value("phone"),
        visit.value("link"),
        visit.value("notes"));
  }

  private void addPerson(Visit visit) {
    Job job = interviews.job(visit);
    ContactDetails details = details(visit);
    if (details.problem().isPresent()) {
      againPerson(visit, 422, job, ContactForm.fresh(job.id()), details);
      return;
    }
    Contact added = contacts.addPerson(Contacts.company(job), details);
    link(job, added);
    visit.go(
        path(job.id()),
        Toast.undoable(
            t("people.added"),
            added.name(),
            "%s/person/%d/remove".formatted(path(job.id()), added.id())));
  }

  /** What the log says of somebody of that name was them. */
  private void link(Job job, Contact contact) {
    for (LogEntry entry : contacts.log(job.id())) {
      Said said = entry.said();
      boolean isTheirs =
          said.contact().isEmpty()
              && said.who()
                  .toLowerCase(Locale.ROOT)
                  .equals(contact.name().toLowerCase(Locale.ROOT));
      if (isTheirs
          && contacts.save(entry.id(), entry.version(), said.with(contact.id()))
              instanceof Saving.Overtaken<LogEntry>) {
        return; // somebody is at it; the name is there in any case
      }
    }
  }

  private void changePerson(Visit visit) {
    Job job = interviews.job(visit);
    Contact contact = person(visit);
    ContactDetails details = details(visit);
    ContactForm form = ContactForm.of(contact, job.id());
    if (details.problem().isPresent()) {
      againPerson(visit, 422, job, form, details);
      return;
    }
    int seen = (int) visit.number("seen").orElse(-1);
    switch (contacts.savePerson(contact.id(), seen, details)) {
      case Saving.Done<Contact> done -> visit.go(path(job.id()), Toast.of(t("people.saved")));
      case Saving.Overtaken<Contact> overtaken ->
          visit.show(
              409,
              views.page(
                  visit,
                  job,
                  Optional.empty(),
                  Optional.of(form.typed(details, t("people.changed-meanwhile")))));
    }
  }

  private void againPerson(
      Visit visit, int status, Job job, ContactForm form, ContactDetails details) {
    String problem = details.problem().map(each -> PeopleWords.of(each, details)).orElse("");
    visit.show(
        status,
        views.page(visit, job, Optional.empty(), Optional.of(form.typed(details, problem))));
  }

  private Contact person(Visit visit) {
    return contacts
        .findPerson(visit.id("person"))
        .orElseThrow(() -> new NoSuchPageException("contact", visit.part("person")));
  }

  private void removePerson(Visit visit) {
    Contact contact = person(visit);
    long job = visit.id("id");
    contacts.removePerson(contact.id());
    visit.go(
        path(job),
        Toast.undoable(
            t("people.removed"),
            contact.name(),
            "%s/person/%d/back".formatted(path(job), contact.id())));
  }

  private void bringBackPerson(Visit visit) {
    contacts.bringBackPerson(visit.id("person"));
    visit.go(path(visit.id("id")));
  }
}
