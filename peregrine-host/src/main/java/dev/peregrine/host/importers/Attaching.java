package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.pipeline.Imports.Part;
import dev.peregrine.host.questions.Question;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.reminders.OwnReminder;
import dev.peregrine.host.reminders.OwnReminders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Notes with a job what its row says beside it: questions, people, when to turn to it again. */
final class Attaching {

  private static final String QUESTIONS = "application_questions";
  private static final String REMINDERS = "reminders";
  private static final String PEOPLE = "contacts";
  private static final int MINUTES = 10;

  private final Questions questions;
  private final Contacts contacts;
  private final OwnReminders reminders;

  Attaching(Questions questions, Contacts contacts, OwnReminders reminders) {
    this.questions = questions;
    this.contacts = contacts;
    this.reminders = reminders;
  }

  /** What is there already is not noted again. */
  List<Part> attach(long job, Item.Taken item, LocalDate today) {
    var parts = new ArrayList<Part>();
    for (Item.Answered answered : item.answered()) {
      for (Question question : questions.add(job, answered.question())) {
        Questions.Saving saved =
            questions.save(question.id(), question.version(), answered.answer(), question.limit());
        int version =
            saved instanceof Questions.Saving.Done done
                ? done.question().version()
                : question.version();
        parts.add(new Part(job, QUESTIONS, question.id(), version));
      }
    }
    item.contact().ifPresent(details -> person(job, item, details).ifPresent(parts::add));
    item.followUp()
        .filter(day -> !day.isBefore(today))
        .flatMap(day -> reminder(job, item, day))
        .ifPresent(parts::add);
    return parts;
  }

  private Optional<Part> person(long job, Item.Taken item, ContactDetails details) {
    String company = Contacts.company(job, item.brought().posting().company());
    if (contacts.people(company).stream()
        .anyMatch(there -> there.details().name().equalsIgnoreCase(details.name()))) {
      return Optional.empty();
    }
    Contact added = contacts.addPerson(company, details);
    return Optional.of(new Part(job, PEOPLE, added.id(), added.version()));
  }

  private Optional<Part> reminder(long job, Item.Taken item, LocalDate day) {
    String text = t("importers.follow-up", "title", item.brought().posting().title());
    boolean there =
        reminders.after(day.minusDays(1)).stream()
            .anyMatch(own -> own.job().equals(OptionalLong.of(job)) && own.day().equals(day));
    if (there) {
      return Optional.empty();
    }
    OwnReminder added = reminders.add(OptionalLong.of(job), text, day, MINUTES);
    return Optional.of(new Part(job, REMINDERS, added.id(), added.version()));
  }

  /** Takes away what was noted with jobs that are not here any more or stand as before. */
  void takeBack(List<Part> parts, List<Long> kept) {
    for (Part part : parts) {
      if (kept.contains(part.job())) {
        continue;
      }
      switch (part.part()) {
        case QUESTIONS ->
            questions
                .find(part.row())
                .filter(question -> question.version() == part.version())
                .ifPresent(question -> questions.remove(question.id()));
        case REMINDERS ->
            reminders
                .findById(part.row())
                .filter(own -> own.version() == part.version())
                .ifPresent(own -> reminders.remove(own.id()));
        default ->
            contacts
                .findPerson(part.row())
                .filter(person -> person.version() == part.version())
                .ifPresent(person -> contacts.removePerson(person.id()));
      }
    }
  }
}
