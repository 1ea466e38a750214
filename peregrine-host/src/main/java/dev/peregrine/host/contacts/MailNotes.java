package dev.peregrine.host.contacts;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Notes mails in the logs of jobs, each once, and who wrote them among the employers' people. */
public final class MailNotes {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  public MailNotes(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** Notes mails; one that is noted already goes to the job that it belongs to now. */
  public void note(Collection<MailNote> notes) {
    if (notes.isEmpty()) {
      return;
    }
    int changed =
        databases
            .current()
            .write(mappers -> notes.stream().mapToInt(one -> note(mappers, one)).sum());
    changed(changed);
  }

  /** Addresses of those who were noted only because they wrote. */
  public Set<String> met() {
    return Set.copyOf(
        databases.current().read(mappers -> mappers.of(MailNoteMapper.class).metOnly()));
  }

  /**
   * Forgets those who were noted only because they wrote from one of some addresses. Whoever wrote
   * a mail that still belongs to a job is noted again with it.
   */
  public void release(Collection<String> addresses) {
    String json = JSON.writeValueAsString(addresses);
    changed(databases.current().write(mappers -> mappers.of(MailNoteMapper.class).release(json)));
  }

  /** Takes mails out of the logs, because they belong to no job after all. */
  public void forget(Collection<Long> mails) {
    if (mails.isEmpty()) {
      return;
    }
    String json = mails.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    changed(databases.current().write(mappers -> mappers.of(MailNoteMapper.class).forget(json)));
  }

  private int note(Mappers mappers, MailNote note) {
    MailNoteMapper mapper = mappers.of(MailNoteMapper.class);
    Instant now = clock.instant();
    if (Objects.equals(mapper.jobOf(note.mail()), note.job())) {
      if (mapper.contactOf(note.mail()) == null) {
        Long contact = person(mappers, note, now);
        if (contact != null) {
          mapper.saveContact(note.mail(), contact);
        }
      }
      return 0;
    }
    Said said = note.said();
    return mapper.note(
        note.mail(),
        note.job(),
        new LogMapper.Written(
            person(mappers, note, now),
            said.direction().key(),
            said.channel().key(),
            said.at().toEpochMilli(),
            said.who(),
            said.subject(),
            said.text(),
            said.origin().key()),
        now.toEpochMilli());
  }

  /** Whom the person took away is not noted again. */
  private static @Nullable Long person(Mappers mappers, MailNote note, Instant now) {
    MailNoteMapper mapper = mappers.of(MailNoteMapper.class);
    List<MailNoteMapper.Person> people = mapper.people(note.company());
    Optional<MailNoteMapper.Person> there =
        people.stream().filter(one -> same(one.mail(), note.address())).findFirst();
    Optional<MailNoteMapper.Person> called =
        note.name()
            .flatMap(name -> people.stream().filter(one -> same(one.name(), name)).findFirst());
    if (there.isPresent() || called.isPresent()) {
      MailNoteMapper.Person known = there.or(() -> called).orElseThrow();
      if (known.mail().isEmpty() && !known.removed()) {
        mapper.saveMail(known.id(), note.address());
      }
      return known.removed() ? null : known.id();
    }
    ContactDetails details =
        new ContactDetails(note.name().orElse(""), "", note.address(), "", "", "");
    if (details.problem().isPresent()) {
      return null;
    }
    long added = mappers.of(ContactMapper.class).add(note.company(), details, now.toEpochMilli());
    mapper.met(added);
    return added;
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private void changed(int lines) {
    if (lines > 0) {
      live.changed(Tenant.current().id(), Contacts.TOPIC);
    }
  }
}
