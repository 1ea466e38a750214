package dev.peregrine.host.contacts;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people of employers, whom all jobs of an employer share, and for each job the log of what was
 * said and written. Whoever notes what came by mail adds it to the same log.
 */
public final class Contacts {

  /** The topic of {@link Live} that is told when one of them changes. */
  public static final String TOPIC = "contacts";

  private static final int MOST = 1_000;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  public Contacts(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ContactMapper.class, LogMapper.class, MailNoteMapper.class);
  }

  /** Whose people a job's are: the employer's key, or the job alone where it names none. */
  public static String company(Job job) {
    return company(job.id(), job.posting().company());
  }

  /** The same of a job's number and its employer's name. */
  public static String company(long job, Optional<String> employer) {
    String key = CompanyKey.of(employer);
    return key.isEmpty() ? "job:" + job : key;
  }

  /** The people of an employer, in the order in which they were noted. */
  public List<Contact> people(String company) {
    return read(mappers -> people(mappers).ofCompany(company)).stream()
        .map(Contacts::contact)
        .toList();
  }

  /** Those of the people who are still there. */
  public List<Contact> people(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : read(mappers -> people(mappers).byIds(json(ids))).stream()
            .map(Contacts::contact)
            .toList();
  }

  /** All people of whom an address of mail is known. */
  public List<Contact> withMail() {
    return read(mappers -> people(mappers).withMail()).stream().map(Contacts::contact).toList();
  }

  public Optional<Contact> findPerson(long id) {
    return read(mappers -> people(mappers).find(id)).map(Contacts::contact);
  }

  /**
   * Notes somebody; who is there under that name already is not noted twice.
   *
   * @throws IllegalArgumentException where the details have a problem
   */
  public Contact addPerson(String company, ContactDetails details) {
    check(details);
    Contact added =
        write(
            mappers -> {
              ContactMapper mapper = people(mappers);
              mapper.forgetRemoved(before());
              Optional<ContactMapper.Row> there =
                  mapper.ofCompany(company).stream()
                      .filter(row -> same(row.name(), details.name()))
                      .findFirst();
              long id = there.isPresent() ? there.get().id() : mapper.add(company, details, now());
              return contact(mapper.find(id).orElseThrow());
            });
    changed();
    return added;
  }

  /**
   * Stores what is known of somebody, unless it was changed since that version was looked at.
   *
   * @throws IllegalArgumentException where the details have a problem, or there is no such contact
   */
  public Saving<Contact> savePerson(long id, int seen, ContactDetails details) {
    check(details);
    Saving<Contact> end =
        write(
            mappers -> {
              ContactMapper mapper = people(mappers);
              Contact inUse = contact(mapper.find(id).orElseThrow(() -> gone("contact", id)));
              if (inUse.details().equals(details)) {
                return new Saving.Done<>(inUse);
              }
              if (inUse.version() != seen) {
                return new Saving.Overtaken<>(inUse);
              }
              mapper.save(id, details, now());
              return new Saving.Done<>(contact(mapper.find(id).orElseThrow()));
            });
    changed();
    return end;
  }

  /** Takes somebody away; the log keeps their name. */
  public void removePerson(long id) {
    write(
        mappers -> {
          people(mappers).remove(id, now());
          return id;
        });
    changed();
  }

  /** Brings back whom {@link #removePerson} took away. */
  public boolean bringBackPerson(long id) {
    boolean back = write(mappers -> people(mappers).bringBack(id) == 1);
    changed();
    return back;
  }

  /** What was said and written about a job, the newest first. */
  public List<LogEntry> log(long job) {
    return log(List.of(job));
  }

  /** The same of several jobs. */
  public List<LogEntry> log(Collection<Long> jobs) {
    return read(mappers -> log(mappers).ofJobs(json(jobs), MOST)).stream()
        .map(Contacts::entry)
        .toList();
  }

  public Optional<LogEntry> findEntry(long id) {
    return read(mappers -> log(mappers).find(id)).map(Contacts::entry);
  }

  /** When there was contact last, for those jobs for which there was any. */
  public Map<Long, LastContact> last(Collection<Long> jobs) {
    return jobs.isEmpty()
        ? Map.of()
        : read(mappers -> log(mappers).last(json(jobs))).stream()
            .collect(Collectors.toMap(LogMapper.LastRow::job, Contacts::last));
  }

  /** When there was contact, for those jobs for which there was any; the first first. */
  public Map<Long, List<Touch>> touches(Collection<Long> jobs) {
    return jobs.isEmpty()
        ? Map.of()
        : read(mappers -> log(mappers).touches(json(jobs))).stream()
            .map(
                row ->
                    new Touch(
                        row.job(),
                        Direction.find(row.direction()).orElseThrow(),
                        Instant.ofEpochMilli(row.at()),
                        row.who(),
                        row.origin().equals(Said.Origin.MAIL.key())))
            .collect(Collectors.groupingBy(Touch::job));
  }

  /** Notes what was said or written about a job. */
  public LogEntry add(long job, Said said) {
    LogEntry added =
        write(
            mappers -> {
              LogMapper mapper = log(mappers);
              mapper.forgetRemoved(before());
              mapper.emptyRemoved(before());
              return entry(mapper.find(mapper.add(job, written(said), now())).orElseThrow());
            });
    changed();
    return added;
  }

  /**
   * Stores a line of the log anew, unless it was changed since that version was looked at.
   *
   * @throws IllegalArgumentException where there is no such line
   */
  public Saving<LogEntry> save(long id, int seen, Said said) {
    Saving<LogEntry> end =
        write(
            mappers -> {
              LogMapper mapper = log(mappers);
              LogEntry inUse = entry(mapper.find(id).orElseThrow(() -> gone("entry", id)));
              if (inUse.said().equals(said)) {
                return new Saving.Done<>(inUse);
              }
              if (inUse.version() != seen) {
                return new Saving.Overtaken<>(inUse);
              }
              mapper.save(id, written(said), now());
              return new Saving.Done<>(entry(mapper.find(id).orElseThrow()));
            });
    changed();
    return end;
  }

  /** Takes a line of the log away. */
  public void remove(long id) {
    write(
        mappers -> {
          log(mappers).remove(id, now());
          return id;
        });
    changed();
  }

  /** Brings back what {@link #remove} took away. */
  public boolean bringBack(long id) {
    boolean back = write(mappers -> log(mappers).bringBack(id) == 1);
    changed();
    return back;
  }

  private static void check(ContactDetails details) {
    if (details.problem().isPresent()) {
      throw new IllegalArgumentException(
          "Contact \"%s\": expected a name, and an address of mail and web where there is one. Correct the %s."
              .formatted(details.name(), details.problem().get()));
    }
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static IllegalArgumentException gone(String what, long id) {
    return new IllegalArgumentException(
        "There is no %s \"%d\" any more. Open the page again.".formatted(what, id));
  }

  private static LogMapper.Written written(Said said) {
    return new LogMapper.Written(
        said.contact().isPresent() ? said.contact().getAsLong() : null,
        said.direction().key(),
        said.channel().key(),
        said.at().toEpochMilli(),
        said.who(),
        said.subject(),
        said.text(),
        said.origin().key());
  }

  private static Contact contact(ContactMapper.Row row) {
    return new Contact(
        row.id(),
        row.company(),
        new ContactDetails(
            row.name(), row.role(), row.mail(), row.phone(), row.link(), row.notes()),
        row.version(),
        Instant.ofEpochMilli(row.changed()));
  }

  private static LogEntry entry(LogMapper.Row row) {
    Long contact = row.contact();
    return new LogEntry(
        row.id(),
        row.job(),
        new Said(
            contact == null ? OptionalLong.empty() : OptionalLong.of(contact),
            Direction.find(row.direction()).orElseThrow(),
            Channel.find(row.channel()).orElseThrow(),
            Instant.ofEpochMilli(row.at()),
            row.who(),
            row.subject(),
            row.text(),
            row.origin().equals(Said.Origin.MAIL.key()) ? Said.Origin.MAIL : Said.Origin.HAND),
        row.version());
  }

  private static LastContact last(LogMapper.LastRow row) {
    return new LastContact(
        row.id(),
        Instant.ofEpochMilli(row.at()),
        Direction.find(row.direction()).orElseThrow(),
        Channel.find(row.channel()).orElseThrow(),
        row.who());
  }

  private static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private static ContactMapper people(Mappers mappers) {
    return mappers.of(ContactMapper.class);
  }

  private static LogMapper log(Mappers mappers) {
    return mappers.of(LogMapper.class);
  }

  private long now() {
    return clock.millis();
  }

  private long before() {
    return clock.instant().minus(KEPT_AFTER_REMOVAL).toEpochMilli();
  }

  private <T> T read(Function<Mappers, T> work) {
    return databases.current().read(work::apply);
  }

  private <T> T write(Function<Mappers, T> work) {
    return databases.current().write(work::apply);
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }
}
