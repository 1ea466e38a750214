package dev.peregrine.host.letters;

import dev.peregrine.host.evidence.CheckedSentence;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.letters.Letter.Against;
import dev.peregrine.host.letters.Letter.Origin;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's letters. Each save is a version of its own; what is exported or sent asks
 * {@link #cleared} and never takes the text as it is.
 */
public final class Letters {

  /** The topic of {@link Live} that is told when a letter changes. */
  public static final String TOPIC = "letters";

  private static final int KEPT_VERSIONS = 60;

  /** What is typed within that time becomes one version. */
  private static final Duration SITTING = Duration.ofMinutes(10);

  private final Databases databases;
  private final Jobs jobs;
  private final Tailorings tailorings;
  private final Drafts drafts;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored, and in use from now on. */
    record Done(Letter letter) implements Saving {}

    /**
     * Somebody saved in between.
     *
     * @param inUse what counts
     * @param kept what was to be saved, as a version beside it
     */
    record Overtaken(Letter inUse, Letter kept) implements Saving {}
  }

  public Letters(
      Databases databases,
      Jobs jobs,
      Tailorings tailorings,
      Drafts drafts,
      Live live,
      InstantSource clock) {
    this.databases = databases;
    this.jobs = jobs;
    this.tailorings = tailorings;
    this.drafts = drafts;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(LetterMapper.class, ConfirmationMapper.class, OwnLetterMapper.class);
  }

  /** The letter for a job that counts; empty where there is none, or the person emptied it. */
  public Optional<Letter> current(long job) {
    return inUse(job).filter(letter -> !letter.text().isBlank());
  }

  /** The version that counts, even where it is empty: what a save is made from. */
  public Optional<Letter> inUse(long job) {
    return read(mapper -> mapper.inUse(job).map(Letters::letter));
  }

  /** The versions that are kept, the newest first. */
  public List<Letter> versions(long job) {
    return read(mapper -> mapper.all(job).stream().map(Letters::letter).toList());
  }

  /** One version. */
  public Optional<Letter> version(long job, int number) {
    return read(mapper -> mapper.version(job, number).map(Letters::letter));
  }

  /** The jobs that have a letter. */
  public Set<Long> jobs() {
    return read(mapper -> new HashSet<>(mapper.jobs()));
  }

  /**
   * Stores what the person wrote, if the version in use is still the one that they looked at;
   * otherwise beside it.
   *
   * @param seen the number of the version that this one was made from; 0 where there was none
   * @param aside the number of what an earlier save of this window left beside, which this one
   *     takes the place of; 0 for none
   */
  public Saving save(long job, int seen, int aside, LetterContent content) {
    Saving saving =
        write(
            mapper -> {
              if (aside > 0 && mapper.version(job, aside).filter(row -> isAside(row)).isPresent()) {
                mapper.forget(job, aside);
              }
              Optional<Letter> inUse = mapper.inUse(job).map(Letters::letter);
              if (inUse.isPresent() && inUse.get().text().strip().equals(content.text().strip())) {
                return new Saving.Done(inUse.get());
              }
              return inUse.isPresent() && inUse.get().number() != seen
                  ? overtaken(mapper, inUse.get(), content)
                  : new Saving.Done(next(mapper, job, inUse, content));
            });
    changed();
    return saving;
  }

  /** The same for a window that was not overtaken. */
  public Saving save(long job, int seen, LetterContent content) {
    return save(job, seen, 0, content);
  }

  private static boolean isAside(LetterMapper.Row row) {
    return row.origin().equals(Origin.ASIDE.key()) && !row.inUse();
  }

  private Saving overtaken(LetterMapper mapper, Letter inUse, LetterContent content) {
    Optional<Letter> same =
        mapper.all(inUse.job()).stream()
            .map(Letters::letter)
            .filter(letter -> letter.text().strip().equals(content.text().strip()))
            .findFirst();
    return new Saving.Overtaken(
        inUse,
        same.orElseGet(
            () ->
                add(
                    mapper,
                    inUse.job(),
                    withOrigin(content, Origin.ASIDE),
                    clock.instant(),
                    false)));
  }

  private Letter next(
      LetterMapper mapper, long job, Optional<Letter> inUse, LetterContent content) {
    Instant now = clock.instant();
    Optional<Letter> sitting =
        inUse
            .filter(before -> before.origin() == Origin.TYPED && content.origin() == Origin.TYPED)
            .filter(before -> before.begun().plus(SITTING).isAfter(now));
    Letter added = add(mapper, job, content, sitting.map(Letter::begun).orElse(now), true);
    sitting.ifPresent(before -> mapper.forget(job, before.number()));
    return added;
  }

  /**
   * Stores what a model or a rule wrote as a version.
   *
   * @param use whether it counts from now on
   */
  public Letter add(long job, LetterContent content, boolean use) {
    Letter added = write(mapper -> add(mapper, job, content, clock.instant(), use));
    changed();
    return added;
  }

  /** Puts an older version in place again, as a new one; empty where there is none such. */
  public Optional<Letter> restore(long job, int number) {
    Optional<Letter> restored =
        write(
            mapper ->
                mapper
                    .version(job, number)
                    .map(Letters::letter)
                    .map(
                        old ->
                            add(
                                mapper,
                                job,
                                new LetterContent(
                                    Origin.RESTORED,
                                    old.text(),
                                    old.style(),
                                    old.against(),
                                    old.backend(),
                                    old.model(),
                                    old.feedback()),
                                clock.instant(),
                                true)));
    changed();
    return restored;
  }

  /** Has an older version count again, where the newer one still does; 0 for none. */
  public boolean undo(long job, int newer, int older) {
    boolean undone =
        write(
            mapper -> {
              if (mapper.inUse(job).filter(row -> row.number() == newer).isEmpty()) {
                return false;
              }
              mapper.useNone(job);
              return older == 0 || mapper.use(job, older) == 1;
            });
    changed();
    return undone;
  }

  /** The résumé that a letter for a job is held against: the lane that is sent with it. */
  public Optional<Resume> resume(long job) {
    return tailorings.lane(job);
  }

  /** Holds a text for a job against a résumé, with what the person confirmed. */
  public CheckedText check(String text, Job job, Resume resume) throws InterruptedException {
    return confirmations(resume).applied(drafts.check(text, job, resume));
  }

  /** Whether the letter for a job may leave Peregrine, as it and the résumé are now. */
  public Clearance cleared(long job) throws InterruptedException {
    Optional<Letter> letter = current(job);
    Optional<Job> found = jobs.findById(job);
    if (letter.isEmpty() || found.isEmpty()) {
      return new Clearance.Nothing();
    }
    Optional<Resume> resume = resume(job);
    String text = letter.get().text();
    List<Claim> claims =
        resume.isPresent() ? check(text, found.get(), resume.get()).unsupported() : List.of();
    List<String> places = Placeholders.in(text);
    return claims.isEmpty() && places.isEmpty()
        ? new Clearance.Cleared(letter.get(), resume.isPresent())
        : new Clearance.Blocked(letter.get(), claims, places);
  }

  /**
   * Notes that a claim is true.
   *
   * @param added what stands in the résumé because of it
   */
  public void confirm(Resume resume, Claim claim, CheckedSentence sentence, String added) {
    var row = Confirmations.row(claim, sentence, added);
    Instant now = clock.instant();
    databases
        .current()
        .write(
            mappers -> {
              mappers.of(ConfirmationMapper.class).add(now, resume.id(), row);
              return row;
            });
    changed();
  }

  private Confirmations confirmations(Resume resume) {
    return databases
        .current()
        .read(
            mappers ->
                new Confirmations(resume, mappers.of(ConfirmationMapper.class).of(resume.id())));
  }

  private Letter add(
      LetterMapper mapper, long job, LetterContent content, Instant begun, boolean use) {
    int number = mapper.newestNumber(job) + 1;
    if (use) {
      mapper.useNone(job);
    }
    mapper.add(row(job, number, content, clock.instant(), begun, use));
    mapper.forgetOldest(job, KEPT_VERSIONS);
    return mapper.version(job, number).map(Letters::letter).orElseThrow();
  }

  private static LetterMapper.Row row(
      long job, int number, LetterContent content, Instant at, Instant begun, boolean use) {
    LetterStyle style = content.style();
    @Nullable Long resume = content.against().map(Against::resume).orElse(null);
    @Nullable Integer version = content.against().map(Against::version).orElse(null);
    return new LetterMapper.Row(
        job,
        number,
        at,
        begun,
        content.origin().key(),
        content.text(),
        style.language().toLanguageTag(),
        style.tone().name().toLowerCase(Locale.ROOT),
        style.length().name().toLowerCase(Locale.ROOT),
        resume,
        version,
        content.backend(),
        content.model(),
        content.feedback(),
        use);
  }

  private static Letter letter(LetterMapper.Row row) {
    return new Letter(
        row.job(),
        row.number(),
        row.at(),
        row.begun(),
        Origin.valueOf(row.origin().toUpperCase(Locale.ROOT)),
        row.text(),
        new LetterStyle(
            Locale.forLanguageTag(row.language()),
            LetterStyle.Tone.valueOf(row.tone().toUpperCase(Locale.ROOT)),
            LetterStyle.Length.valueOf(row.length().toUpperCase(Locale.ROOT))),
        row.resume() == null || row.resumeVersion() == null
            ? Optional.empty()
            : Optional.of(new Against(row.resume(), row.resumeVersion())),
        row.backend(),
        row.model(),
        row.feedback(),
        row.inUse());
  }

  private static LetterContent withOrigin(LetterContent content, Origin origin) {
    return new LetterContent(
        origin,
        content.text(),
        content.style(),
        content.against(),
        content.backend(),
        content.model(),
        content.feedback());
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private <T> T read(Function<LetterMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(LetterMapper.class)));
  }

  private <T> T write(Function<LetterMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(LetterMapper.class)));
  }
}
