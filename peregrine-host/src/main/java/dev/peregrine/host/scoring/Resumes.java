package dev.peregrine.host.scoring;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's résumés. Each save is a version of its own; whoever changes one also tells
 * {@link Scoring#soon}.
 */
public final class Resumes {

  /** The name of a résumé that was given without one. */
  public static final String USUAL_NAME = "My résumé";

  private static final int LONGEST = 200_000;
  private static final int LONGEST_NAME = 80;
  private static final int KEPT_VERSIONS = 100;
  private static final Duration KEPT_UNUSED = Duration.ofDays(1);
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored, and in use from now on. */
    record Done(Resume resume) implements Saving {}

    /** Somebody saved a version in between; nothing was stored. */
    record Overtaken(Resume inUse) implements Saving {}
  }

  public Resumes(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ResumeMapper.class);
  }

  /** The main résumé, if there is one. */
  public Optional<Resume> current() {
    return all().stream().findFirst();
  }

  /** All of them, the main one first. */
  public List<Resume> all() {
    return read(mapper -> all(mapper));
  }

  /** The résumé of that number, in the version in use. */
  public Optional<Resume> findById(long id) {
    return all().stream().filter(resume -> resume.id() == id).findFirst();
  }

  /** The résumé of that name. */
  public Optional<Resume> find(String name) {
    return all().stream().filter(resume -> resume.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Stores a text as the main résumé, which counts from now on; the same text again changes
   * nothing.
   *
   * @throws IllegalArgumentException with a sentence for the person where the text is blank
   */
  public Resume save(String text, String sourceName) {
    Optional<Resume> main = current();
    if (main.isEmpty()) {
      return create(USUAL_NAME, ResumeContent.text(text, sourceName));
    }
    if (main.get().hash().equals(Fingerprint.of(kept(text)))) {
      return main.get();
    }
    return force(main.get().id(), ResumeContent.text(text, sourceName));
  }

  /**
   * Begins a résumé. The first one is the main one. Where the name is taken, a number is added.
   *
   * @throws IllegalArgumentException with a sentence for the person
   */
  public Resume create(String name, ResumeContent content) {
    Instant now = clock.instant();
    return write(
        mapper -> {
          mapper.forgetRemoved(now.minus(KEPT_AFTER_REMOVAL));
          long id = mapper.add(freeName(mapper, named(name)), now);
          Long file = content.file().map(given -> mapper.addFile(id, given, now)).orElse(null);
          add(mapper, id, 1, content, file, now);
          return byId(mapper, id);
        });
  }

  /**
   * Stores another version, if the one in use is still the one that the person looked at.
   *
   * @param seen the version that this one was made from
   */
  public Saving save(long id, int seen, ResumeContent content) {
    Instant now = clock.instant();
    return write(
        mapper -> {
          Resume inUse = byId(mapper, id);
          return inUse.version() == seen
              ? new Saving.Done(next(mapper, inUse, content, now))
              : new Saving.Overtaken(inUse);
        });
  }

  private Resume force(long id, ResumeContent content) {
    Instant now = clock.instant();
    return write(mapper -> next(mapper, byId(mapper, id), content, now));
  }

  private static Resume next(
      ResumeMapper mapper, Resume inUse, ResumeContent content, Instant now) {
    long id = inUse.id();
    int number = mapper.newestNumber(id) + 1;
    Long file = file(mapper, inUse, content, now);
    add(mapper, id, number, content, file, now);
    mapper.use(id, number);
    mapper.forgetUpTo(id, number - KEPT_VERSIONS);
    mapper.forgetFiles(id, now.minus(KEPT_UNUSED));
    return byId(mapper, id);
  }

  private static @Nullable Long file(
      ResumeMapper mapper, Resume inUse, ResumeContent content, Instant now) {
    if (content.file().isPresent()) {
      return mapper.addFile(inUse.id(), content.file().get(), now);
    }
    if (content.keptFile().isPresent()) {
      return content.keptFile().getAsLong();
    }
    return inUse.file().isPresent() ? Long.valueOf(inUse.file().getAsLong()) : null;
  }

  private static void add(
      ResumeMapper mapper,
      long id,
      int number,
      ResumeContent content,
      @Nullable Long file,
      Instant now) {
    String text = kept(content.text());
    mapper.addVersion(
        id,
        number,
        now,
        content.origin().name().toLowerCase(Locale.ROOT),
        text,
        Fingerprint.of(text),
        content,
        file);
  }

  /** The versions of a résumé that are kept, the newest first. */
  public List<ResumeVersion> versions(long id) {
    return read(
        mapper ->
            mapper.versions(id).stream()
                .map(
                    row ->
                        new ResumeVersion(
                            row.number(), origin(row.origin()), row.sourceName(), row.at()))
                .toList());
  }

  /** One version of a résumé. */
  public Optional<Resume> version(long id, int number) {
    return read(mapper -> mapper.version(id, number).map(Resumes::resume));
  }

  /** Puts an older version in place again, as a new one; empty where there is none such. */
  public Optional<Resume> restore(long id, int number) {
    Instant now = clock.instant();
    return write(
        mapper ->
            mapper
                .version(id, number)
                .map(
                    old -> {
                      int next = mapper.newestNumber(id) + 1;
                      var content =
                          new ResumeContent(
                              Resume.Origin.RESTORED,
                              old.text(),
                              old.document(),
                              old.sourceName(),
                              Optional.empty(),
                              OptionalLong.empty());
                      add(mapper, id, next, content, old.file(), now);
                      mapper.use(id, next);
                      return byId(mapper, id);
                    }));
  }

  /** The original of a version. */
  public Optional<ResumeFile> file(Resume resume) {
    return resume.file().isPresent()
        ? file(resume.id(), resume.file().getAsLong())
        : Optional.empty();
  }

  /** A file that was given for a résumé. */
  public Optional<ResumeFile> file(long id, long file) {
    return read(
        mapper ->
            mapper
                .file(id, file)
                .map(
                    row ->
                        new ResumeFile(
                            row.name(), row.kind(), row.text(), row.reading(), row.bytes())));
  }

  /**
   * Keeps a file for a day, until the person has said what to take from it.
   *
   * @return its number
   */
  public long keep(long id, ResumeFile file) {
    return write(mapper -> mapper.addFile(byId(mapper, id).id(), file, clock.instant()));
  }

  /**
   * Gives it another name.
   *
   * @throws IllegalArgumentException with a sentence for the person where the name will not do
   */
  public void rename(long id, String name) {
    String wanted = named(name);
    write(
        mapper -> {
          if (all(mapper).stream()
              .anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(wanted))) {
            throw new IllegalArgumentException(
                "There is a résumé “%s” already. Choose another name.".formatted(wanted));
          }
          mapper.rename(id, wanted);
          return wanted;
        });
  }

  /** Makes it the one that counts where none is named. */
  public void makeMain(long id) {
    write(
        mapper -> {
          byId(mapper, id);
          mapper.noMain();
          mapper.makeMain(id);
          return id;
        });
  }

  /** Takes it away. The oldest of the others becomes the main one where this was it. */
  public void remove(long id) {
    write(
        mapper -> {
          int removed = mapper.remove(id, clock.instant());
          settleMain(mapper);
          return removed;
        });
  }

  /** Brings back what {@link #remove} took away. */
  public void bringBack(long id, boolean asMain) {
    write(
        mapper -> {
          int back = mapper.bringBack(id);
          if (back > 0 && asMain) {
            mapper.noMain();
            mapper.makeMain(id);
          }
          settleMain(mapper);
          return back;
        });
  }

  private static void settleMain(ResumeMapper mapper) {
    List<Resume> left = all(mapper);
    if (!left.isEmpty() && !left.getFirst().main()) {
      mapper.makeMain(left.getFirst().id());
    }
  }

  private static String freeName(ResumeMapper mapper, String name) {
    List<String> taken = all(mapper).stream().map(r -> r.name().toLowerCase(Locale.ROOT)).toList();
    String free = name;
    for (int number = 2; taken.contains(free.toLowerCase(Locale.ROOT)); number++) {
      free = name + " " + number;
    }
    return free;
  }

  private static String named(String name) {
    String plain = name.strip().replaceAll("\\s+", " ");
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "“%s” is no name of 1 to %d characters. “Data jobs” is a good start."
              .formatted(plain, LONGEST_NAME));
    }
    return plain;
  }

  private static String kept(String text) {
    String kept = text.strip();
    if (kept.isEmpty()) {
      throw new IllegalArgumentException(
          "The résumé is empty, expected its text. Paste the text or choose another file.");
    }
    return kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept;
  }

  private static List<Resume> all(ResumeMapper mapper) {
    return mapper.all().stream().map(Resumes::resume).toList();
  }

  private static Resume byId(ResumeMapper mapper, long id) {
    return all(mapper).stream()
        .filter(resume -> resume.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no résumé \"%d\" any more. Open the list of résumés again."
                        .formatted(id)));
  }

  private static Resume resume(ResumeMapper.Row row) {
    return new Resume(
        row.id(),
        row.name(),
        row.main(),
        row.number(),
        origin(row.origin()),
        row.text(),
        row.sourceName(),
        row.hash(),
        row.document(),
        row.file() == null ? OptionalLong.empty() : OptionalLong.of(row.file()),
        row.at());
  }

  private static Resume.Origin origin(String key) {
    return Resume.Origin.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private <T> T read(Function<ResumeMapper, T> work) {
    return databases
        .current()
        .read((Mappers mappers) -> work.apply(mappers.of(ResumeMapper.class)));
  }

  private <T> T write(Function<ResumeMapper, T> work) {
    return databases
        .current()
        .write((Mappers mappers) -> work.apply(mappers.of(ResumeMapper.class)));
  }
}
