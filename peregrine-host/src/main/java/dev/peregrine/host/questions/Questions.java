package dev.peregrine.host.questions;

import dev.peregrine.host.storage.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The questions that employers ask the current tenant's person, and the answers. */
public final class Questions {

  private static final int LONGEST_QUESTION = 2_000;
  private static final int LONGEST_ANSWER = 20_000;
  private static final int MOST_AT_ONCE = 20;
  private static final int LOOKED_AT = 500;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
  private static final Pattern MARK =
      Pattern.compile("^(?:[-*•]|\\d{1,2}[.)]|Q\\d*[:.])\\s+|\\s*\\*$");

  private final Databases databases;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored. */
    record Done(Question question) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(Question inUse) implements Saving {}
  }

  public Questions(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(QuestionMapper.class);
  }

  /** The questions of a job, in the order in which they were noted. */
  public List<Question> of(long job) {
    return read(mapper -> mapper.ofJob(job)).stream().map(Questions::question).toList();
  }

  public Optional<Question> find(long id) {
    return read(mapper -> mapper.find(id)).map(Questions::question);
  }

  /**
   * Notes what was copied from a form: one question, or several, apart by blank lines or each a
   * line with a question mark. A question that is noted already is not noted again.
   *
   * @return those that are new
   */
  public List<Question> add(long job, String pasted) {
    List<String> known = of(job).stream().map(Question::question).toList();
    long now = clock.millis();
    List<Long> added =
        write(
            mapper -> {
              mapper.forgetRemoved(clock.instant().minus(KEPT_AFTER_REMOVAL).toEpochMilli());
              return taken(pasted).stream()
                  .filter(text -> known.stream().noneMatch(text::equalsIgnoreCase))
                  .map(
                      text -> {
                        Optional<Limit> limit = Limit.in(text);
                        return mapper.add(
                            job,
                            text,
                            limit.map(Limit::most).orElse(null),
                            limit.map(most -> most.unit().key()).orElse(null),
                            now);
                      })
                  .toList();
            });
    return of(job).stream().filter(question -> added.contains(question.id())).toList();
  }

  static List<String> taken(String pasted) {
    String plain = pasted.replaceAll("[\\p{Cf}&&[^\\u200C\\u200D]]", "").strip();
    Stream<String> parts = BLANK_LINE.splitAsStream(plain).flatMap(part -> lines(part).stream());
    return parts
        .map(text -> MARK.matcher(text.strip()).replaceAll("").replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() > LONGEST_QUESTION ? text.substring(0, LONGEST_QUESTION) : text)
        .distinct()
        .limit(MOST_AT_ONCE)
        .toList();
  }

  private static List<String> lines(String part) {
    List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
    return lines.size() > 1 && lines.stream().allMatch(line -> line.contains("?"))
        ? lines
        : List.of(part);
  }

  /**
   * Stores an answer, unless somebody saved since that version was looked at. The same answer again
   * is no save.
   */
  public Saving save(long id, int seen, String answer, Optional<Limit> limit) {
    String plain = cut(answer.replace("\r\n", "\n"));
    return write(
        mapper -> {
          Question inUse = byId(mapper, id);
          if (!limit.equals(inUse.limit())) {
            mapper.limit(
                id,
                limit.map(Limit::most).orElse(null),
                limit.map(most -> most.unit().key()).orElse(null));
          }
          if (!plain.equals(inUse.answer())) {
            if (inUse.version() != seen) {
              return new Saving.Overtaken(byId(mapper, id));
            }
            mapper.answer(id, plain, clock.millis());
          }
          return new Saving.Done(byId(mapper, id));
        });
  }

  private static String cut(String answer) {
    return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
  }

  /** Keeps what was suggested until the person has looked at it; empty takes it away. */
  public void suggest(long id, String suggestion, String by) {
    write(
        mapper -> {
          mapper.suggest(id, cut(suggestion), by);
          return id;
        });
  }

  /** Keeps which task asks a model for a suggestion. */
  public void asked(long id, long task) {
    write(
        mapper -> {
          mapper.asked(id, task);
          return id;
        });
  }

  /** Puts a text in the place of the answer. */
  public Question replace(long id, String answer) {
    return write(
        mapper -> {
          mapper.replace(id, cut(answer), clock.millis());
          mapper.suggest(id, "", "");
          return byId(mapper, id);
        });
  }

  /**
   * Puts back what {@link #replace} took the place of.
   *
   * @param version that it made
   * @return false where the answer was changed since
   */
  public boolean putBack(long id, int version) {
    return write(mapper -> mapper.putBack(id, version, clock.millis()) == 1);
  }

  /** Takes a question away. */
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

  /** What the person answered elsewhere to a question like this one, the likest first. */
  public List<EarlierAnswer> earlier(Question question, int most) {
    var seen = new ArrayList<String>();
    return read(mapper -> mapper.answeredElsewhere(question.job(), LOOKED_AT)).stream()
        .map(
            row ->
                new EarlierAnswer(
                    row.id(),
                    row.job(),
                    row.question(),
                    row.answer(),
                    Instant.ofEpochMilli(row.changed()),
                    Likeness.of(question.question(), row.question())))
        .filter(earlier -> earlier.likeness() >= Likeness.ENOUGH)
        .sorted(Comparator.comparingDouble(EarlierAnswer::likeness).reversed())
        .filter(
            earlier -> {
              boolean isNew = !seen.contains(earlier.answer());
              seen.add(earlier.answer());
              return isNew;
            })
        .limit(most)
        .toList();
  }

  private static Question byId(QuestionMapper mapper, long id) {
    return mapper
        .find(id)
        .map(Questions::question)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no question \"%d\" any more. Open the questions of the job again."
                        .formatted(id)));
  }

  private static Question question(QuestionMapper.Row row) {
    Integer most = row.most();
    String unit = row.unit();
    Long task = row.task();
    return new Question(
        row.id(),
        row.job(),
        row.question(),
        row.answer(),
        row.version(),
        most == null || unit == null
            ? Optional.empty()
            : Optional.of(new Limit(most, Limit.Unit.of(unit))),
        row.suggestion(),
        row.suggestedBy(),
        task == null ? OptionalLong.empty() : OptionalLong.of(task),
        Instant.ofEpochMilli(row.changed()));
  }

  private <T> T read(Function<QuestionMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(QuestionMapper.class)));
  }

  private <T> T write(Function<QuestionMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(QuestionMapper.class)));
  }
}
