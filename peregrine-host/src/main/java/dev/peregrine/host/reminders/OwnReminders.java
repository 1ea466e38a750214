package dev.peregrine.host.reminders;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.reminders.Reminder.Kind;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the current tenant's person noted. */
public final class OwnReminders implements ReminderSource {

  private static final int MOST = 500;
  private static final int LONGEST = 500;
  private static final int MOST_MINUTES = 480;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  OwnReminders(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /**
   * Notes something.
   *
   * @param job that it is about, if any
   * @param minutes how long it takes, about
   */
  public OwnReminder add(OptionalLong job, String text, LocalDate day, int minutes) {
    @Nullable Long about = job.isPresent() ? job.getAsLong() : null;
    OwnReminder added =
        write(
            mapper -> {
              mapper.forgetRemoved(clock.instant().minus(KEPT_AFTER_REMOVAL).toEpochMilli());
              long id =
                  mapper.add(about, cut(text), day.toEpochDay(), within(minutes), clock.millis());
              return own(mapper.find(id).orElseThrow());
            });
    changed();
    return added;
  }

  public Optional<OwnReminder> findById(long id) {
    return read(mapper -> mapper.find(id)).map(OwnReminders::own);
  }

  /**
   * Stores it anew.
   *
   * @return false where it was changed or taken away since that version was looked at
   */
  public boolean save(long id, int seen, String text, LocalDate day, int minutes) {
    boolean saved =
        write(
            mapper ->
                mapper.save(id, seen, cut(text), day.toEpochDay(), within(minutes), clock.millis())
                    == 1);
    changed();
    return saved;
  }

  /** Those that are not due yet, the first first. */
  public List<OwnReminder> after(LocalDate today) {
    return read(mapper -> mapper.open(Integer.MAX_VALUE, MOST)).stream()
        .map(OwnReminders::own)
        .filter(own -> own.day().isAfter(today))
        .toList();
  }

  /** Takes one away. */
  public void remove(long id) {
    write(
        mapper -> {
          mapper.remove(id, clock.millis());
          return id;
        });
    changed();
  }

  /** Brings back what {@link #remove} took away. */
  public boolean bringBack(long id) {
    boolean back = write(mapper -> mapper.bringBack(id) == 1);
    changed();
    return back;
  }

  @Override
  public List<Reminder> due(ZonedDateTime now) {
    return read(mapper -> mapper.open(now.toLocalDate().toEpochDay(), MOST)).stream()
        .map(OwnReminders::own)
        .map(own -> reminder(own, now))
        .toList();
  }

  private static Reminder reminder(OwnReminder own, ZonedDateTime now) {
    boolean about = own.job().isPresent();
    return new Reminder(
        own.key(),
        Kind.OWN,
        own.job(),
        own.text(),
        t("reminders.noted"),
        about ? t("reminders.look") : "",
        about ? "/interviews/" + own.job().getAsLong() : "",
        own.day().atStartOfDay(now.getZone()).toInstant(),
        own.minutes());
  }

  private static String cut(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    if (plain.isEmpty()) {
      throw new IllegalArgumentException("A reminder has no text. Say what you want to be told.");
    }
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  private static int within(int minutes) {
    return Math.clamp(minutes, 1, MOST_MINUTES);
  }

  private static OwnReminder own(ReminderMapper.Row row) {
    Long job = row.job();
    return new OwnReminder(
        row.id(),
        job == null ? OptionalLong.empty() : OptionalLong.of(job),
        row.text(),
        LocalDate.ofEpochDay(row.day()),
        row.minutes(),
        row.version());
  }

  private void changed() {
    live.changed(Tenant.current().id(), Reminders.TOPIC);
  }

  private <T> T read(Function<ReminderMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ReminderMapper.class)));
  }

  private <T> T write(Function<ReminderMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ReminderMapper.class)));
  }
}
