package dev.peregrine.host.stories;

import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the current tenant's person tells in interviews. */
public final class Stories {

  /** The topic of {@link Live} that is told when a story changes. */
  public static final String TOPIC = "stories";

  private static final int MOST = 500;
  private static final int LOOKED_AT = 40;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final Jobs jobs;
  private final Resumes resumes;
  private final Debriefs debriefs;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored. */
    record Done(Story story) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(Story inUse) implements Saving {}
  }

  public Stories(
      Databases databases,
      Jobs jobs,
      Resumes resumes,
      Debriefs debriefs,
      Live live,
      InstantSource clock) {
    this.databases = databases;
    this.jobs = jobs;
    this.resumes = resumes;
    this.debriefs = debriefs;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(StoryMapper.class);
  }

  /** All of them, what was changed last first. */
  public List<Story> all() {
    return read(mapper -> mapper.all(MOST)).stream().map(StoryRows::story).toList();
  }

  public Optional<Story> find(long id) {
    return read(mapper -> mapper.find(id)).map(StoryRows::story);
  }

  /** The stories that answer to what a posting asks for; none where there is no such job. */
  public Fit matching(long job) {
    return jobs.findById(job).map(this::matching).orElse(Fit.NONE);
  }

  private Fit matching(Job job) {
    var vacancy =
        new Vacancy(
            job.posting().title(), job.posting().company().orElse(""), job.descriptionText());
    return Fitting.of(all(), vacancy, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
  }

  /** What interviewers often ask about and no story is for. */
  public List<Theme> untold() {
    Set<Theme> untold = EnumSet.allOf(Theme.class);
    all().forEach(story -> untold.removeAll(story.text().themes()));
    return List.copyOf(untold);
  }

  /**
   * Keeps a new one.
   *
   * @param source what it was made of; may be empty
   */
  public Story add(StoryText text, String source) {
    return write(
        mapper -> {
          mapper.forgetRemoved(clock.instant().minus(KEPT_AFTER_REMOVAL).toEpochMilli());
          return byId(mapper, mapper.add(StoryRows.row(0, text, source, clock.millis())));
        });
  }

  /**
   * Stores a story, unless somebody saved since that version was looked at. The same again is no
   * save.
   */
  public Saving save(long id, int seen, StoryText text) {
    return write(
        mapper -> {
          Story inUse = byId(mapper, id);
          if (!inUse.text().equals(text)) {
            if (inUse.version() != seen) {
              return new Saving.Overtaken(inUse);
            }
            mapper.save(StoryRows.row(id, text, inUse.source(), clock.millis()));
          }
          return new Saving.Done(byId(mapper, id));
        });
  }

  /** Takes a story away. */
  public void remove(long id) {
    write(
        mapper -> {
          mapper.remove(id, clock.millis());
          return id;
        });
  }

  /** Brings back what {@link #remove} took away. */
  public boolean bringBack(long id) {
    return write(mapper -> mapper.bringBack(id) == 1);
  }

  // --- what the résumé offers

  /** Lines of the main résumé of which there is no story, the most telling first. */
  public List<Hint> hints(int most) {
    Set<String> known = known();
    return resume().map(document -> Hints.of(document, known)).orElse(List.of()).stream()
        .limit(most)
        .toList();
  }

  /** What the person was asked in interviews and has no story for, the latest first. */
  public List<Hint> asked(int most) {
    Set<String> known = known();
    return debriefs.recent(LOOKED_AT).stream()
        .flatMap(debrief -> debrief.asked().stream())
        .distinct()
        .filter(question -> !known.contains(Hints.key(question)))
        .limit(most)
        .map(question -> new Hint(question, ""))
        .toList();
  }

  private Set<String> known() {
    var known = new HashSet<>(read(StoryMapper::left));
    all().forEach(story -> known.add(Hints.key(story.source())));
    return known;
  }

  Optional<ResumeDocument> resume() {
    return resumes.current().flatMap(resume -> ResumeJson.read(resume.document()));
  }

  /**
   * Begins a story with a line of the résumé, or for a question that was asked.
   *
   * @return empty where there is no such line or question, or there is a story of it
   */
  public Optional<Story> begin(String line) {
    String key = Hints.key(line);
    return hints(Integer.MAX_VALUE).stream()
        .filter(hint -> Hints.key(hint.line()).equals(key))
        .findFirst()
        .map(hint -> add(Hints.begun(hint), hint.line()))
        .or(
            () ->
                asked(Integer.MAX_VALUE).stream()
                    .filter(hint -> Hints.key(hint.line()).equals(key))
                    .findFirst()
                    .map(hint -> add(Hints.answering(hint.line()), hint.line())));
  }

  /** Offers a line of the résumé no longer, or again. */
  public void leave(String line, boolean left) {
    write(
        mapper -> {
          if (left) {
            mapper.leave(Hints.key(line), clock.millis());
          } else {
            mapper.unleave(Hints.key(line));
          }
          return left;
        });
  }

  // --- suggestions

  void asking(long id, long task) {
    write(
        mapper -> {
          mapper.asking(id, task);
          return id;
        });
  }

  void suggest(long id, Suggestion suggestion) {
    write(
        mapper -> {
          mapper.suggest(id, StoryRows.written(suggestion));
          return id;
        });
  }

  /** Takes a suggestion away. */
  public void leaveSuggestion(long id) {
    write(
        mapper -> {
          mapper.suggest(id, "");
          return id;
        });
  }

  /**
   * Puts parts of the suggestion where they belong, and keeps what stood there.
   *
   * @return empty where there is no suggestion any more
   */
  public Optional<Story> take(long id, Set<Part> parts) {
    return write(
        mapper -> {
          Story story = byId(mapper, id);
          if (story.suggestion().isEmpty()) {
            return Optional.<Story>empty();
          }
          var texts = new EnumMap<Part, String>(Part.class);
          texts.putAll(story.text().parts());
          Stream.of(Part.values())
              .filter(parts::contains)
              .filter(part -> !story.suggestion().get().part(part).isBlank())
              .forEach(part -> texts.put(part, story.suggestion().get().part(part)));
          Suggestion left = story.suggestion().get().without(parts);
          mapper.keep(id, StoryRows.written(story.text()));
          mapper.save(
              StoryRows.row(id, story.text().withParts(texts), story.source(), clock.millis()));
          mapper.suggest(id, left.isEmpty() ? "" : StoryRows.written(left));
          return Optional.of(byId(mapper, id));
        });
  }

  /**
   * Puts back what {@link #take} took the place of.
   *
   * @param version that it made
   * @return false where the story was changed since
   */
  public boolean putBack(long id, int version) {
    return write(
        mapper -> {
          Optional<StoryMapper.Row> row = mapper.find(id);
          if (row.isEmpty() || row.get().version() != version || row.get().replaced().isEmpty()) {
            return false;
          }
          Story story = StoryRows.story(row.get());
          mapper.save(
              StoryRows.row(
                  id,
                  StoryRows.read(row.get().replaced(), story.text()),
                  story.source(),
                  clock.millis()));
          return true;
        });
  }

  private static Story byId(StoryMapper mapper, long id) {
    return mapper
        .find(id)
        .map(StoryRows::story)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no story \"%d\" any more. Open the page Stories again."
                        .formatted(id)));
  }

  private <T> T read(Function<StoryMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(StoryMapper.class)));
  }

  private <T> T write(Function<StoryMapper, T> work) {
    T result = databases.current().write(mappers -> work.apply(mappers.of(StoryMapper.class)));
    live.changed(Tenant.current().id(), TOPIC);
    return result;
  }
}
