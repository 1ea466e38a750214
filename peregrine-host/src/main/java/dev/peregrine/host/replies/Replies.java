package dev.peregrine.host.replies;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The current tenant's drafts of messages. */
public final class Replies {

  /** The topic of {@link Live} that is told when one changes, or a model writes on. */
  public static final String TOPIC = "replies";

  /** The longest text of a message. */
  public static final int LONGEST = 20_000;

  private static final int LONGEST_SUBJECT = 500;

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored. */
    record Done(Reply reply) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(Reply inUse) implements Saving {}
  }

  public Replies(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ReplyMapper.class);
  }

  /** The drafts for a job. */
  public List<Reply> of(long job) {
    return read(mapper -> mapper.ofJob(job)).stream().map(Replies::reply).toList();
  }

  public Optional<Reply> find(long job, ReplyKind kind) {
    return read(mapper -> mapper.find(job, kind.key())).map(Replies::reply);
  }

  /**
   * Stores a draft, unless somebody did since that version was looked at. The same again is no
   * save.
   *
   * @param seen 0 where there was none
   */
  public Saving save(long job, ReplyKind kind, int seen, String subject, String text) {
    String about = cut(subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST_SUBJECT);
    String plain = cut(text.replace("\r\n", "\n"), LONGEST);
    return write(
        mapper -> {
          Optional<Reply> inUse = mapper.find(job, kind.key()).map(Replies::reply);
          if (inUse.isPresent()
              && inUse.get().subject().equals(about)
              && inUse.get().text().equals(plain)) {
            return new Saving.Done(inUse.get());
          }
          if (inUse.map(Reply::version).orElse(0) != seen) {
            return inUse.isPresent()
                ? new Saving.Overtaken(inUse.get())
                : stored(mapper, job, kind, about, plain);
          }
          return stored(mapper, job, kind, about, plain);
        });
  }

  private Saving stored(ReplyMapper mapper, long job, ReplyKind kind, String subject, String text) {
    mapper.save(job, kind.key(), subject, text, clock.millis());
    return new Saving.Done(mapper.find(job, kind.key()).map(Replies::reply).orElseThrow());
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** Keeps what a model wrote until the person has looked at it; empty takes it away. */
  public void suggest(long job, ReplyKind kind, String suggestion, String by) {
    change(mapper -> mapper.suggest(job, kind.key(), cut(suggestion, LONGEST), by));
  }

  /** Puts what was suggested in the place of the text; empty where nothing was. */
  public Optional<Reply> take(long job, ReplyKind kind) {
    Optional<Reply> taken =
        write(
            mapper ->
                mapper.take(job, kind.key(), clock.millis()) == 1
                    ? mapper.find(job, kind.key()).map(Replies::reply)
                    : Optional.empty());
    changed();
    return taken;
  }

  /**
   * Takes {@link #take} back.
   *
   * @param version that it made
   * @return false where the text was changed since
   */
  public boolean putBack(long job, ReplyKind kind, int version) {
    boolean done = write(mapper -> mapper.putBack(job, kind.key(), version, clock.millis()) == 1);
    changed();
    return done;
  }

  /** Takes a draft away. */
  public void remove(long job, ReplyKind kind) {
    change(mapper -> mapper.remove(job, kind.key(), clock.millis()));
  }

  /** Brings back what {@link #remove} took away. */
  public void bringBack(long job, ReplyKind kind) {
    change(mapper -> mapper.bringBack(job, kind.key()));
  }

  private static Reply reply(ReplyMapper.Row row) {
    return new Reply(
        row.job(),
        ReplyKind.find(row.kind()).orElseThrow(),
        row.subject(),
        row.text(),
        row.version(),
        row.suggestion(),
        row.suggestedBy());
  }

  private void change(Consumer<ReplyMapper> work) {
    write(
        mapper -> {
          work.accept(mapper);
          return true;
        });
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private <T> T read(Function<ReplyMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ReplyMapper.class)));
  }

  private <T> T write(Function<ReplyMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ReplyMapper.class)));
  }
}
