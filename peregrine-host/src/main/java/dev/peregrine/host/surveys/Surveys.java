package dev.peregrine.host.surveys;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The surveys that employers sent the current tenant's person, and the answers. */
public final class Surveys {

  /** The topic of {@link Live} that is told when a survey changes by itself. */
  public static final String TOPIC = "surveys";

  /** Of one survey. */
  public static final int MOST_PICTURES = 12;

  /** The longest text that is taken. */
  public static final int LONGEST_INPUT = 60_000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ANSWER = 10_000;
  private static final int EARLIER_LOOKED_AT = 1_000;
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final Databases databases;
  private final Questions forms;
  private final Live live;
  private final InstantSource clock;

  /** So that nobody tidies up pictures of which the row is not written yet. */
  private final ReentrantLock pictures = new ReentrantLock();

  /** The end of a save. */
  public enum Saving {
    DONE,
    /** Somebody saved in between; nothing was stored. */
    OVERTAKEN
  }

  /**
   * A picture that the person gave.
   *
   * @param name of its file, for messages
   */
  public record Given(String name, byte[] bytes) {}

  /**
   * @param forms what application forms asked
   */
  public Surveys(Databases databases, Questions forms, Live live, InstantSource clock) {
    this.databases = databases;
    this.forms = forms;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(SurveyMapper.class, SurveyQuestionMapper.class);
  }

  // --- surveys

  /** Keeps a survey that came as text, with the questions found in it. */
  public Survey add(Job job, String name, String text) {
    long now = clock.millis();
    String input = cut(plain(text), LONGEST_INPUT);
    long id =
        databases
            .current()
            .write(
                mappers -> {
                  var surveys = mappers.of(SurveyMapper.class);
                  long made =
                      surveys.add(
                          job.id(), company(job), cut(name, LONGEST_NAME), "text", input, now);
                  var arranging = new Arranging(mappers.of(SurveyQuestionMapper.class), made, now);
                  arranging.take(Questionnaire.read(input));
                  return made;
                });
    return byId(id);
  }

  /**
   * Keeps a survey that came as pictures; they are still to be read.
   *
   * @throws RefusedPictureException where one of them is not taken; then none is
   */
  public Survey add(Job job, String name, List<Given> given) throws RefusedPictureException {
    var checked = new ArrayList<Picture>();
    for (Given each : given.stream().limit(MOST_PICTURES).toList()) {
      checked.add(Picture.of(each.name(), each.bytes()));
    }
    pictures.lock();
    try {
      List<String> kept =
          checked.stream().map(picture -> PictureFolder.keep(picture.bytes())).toList();
      long id = write(mapper -> store(mapper, job, name, checked, kept));
      return byId(id);
    } finally {
      pictures.unlock();
    }
  }

  private long store(
      SurveyMapper mapper, Job job, String name, List<Picture> checked, List<String> kept) {
    long id =
        mapper.add(job.id(), company(job), cut(name, LONGEST_NAME), "picture", "", clock.millis());
    for (int i = 0; i < checked.size(); i++) {
      Picture picture = checked.get(i);
      mapper.addPicture(
          new SurveyMapper.PictureRow(id, i + 1, kept.get(i), picture.width(), picture.height()));
    }
    return id;
  }

  private static String company(Job job) {
    return CompanyKey.of(job.posting().company());
  }

  /** Those for a job, the newest first. */
  public List<Survey> of(long job) {
    return surveys(read(mapper -> mapper.ofJob(job)));
  }

  /** How many there are for each of some jobs; those without are left out. */
  public Map<Long, Integer> count(Collection<Long> jobs) {
    return read(mapper -> mapper.count(JSON.writeValueAsString(jobs))).stream()
        .collect(Collectors.toMap(SurveyMapper.Counted::job, SurveyMapper.Counted::number));
  }

  public Optional<Survey> findById(long id) {
    return read(mapper -> mapper.find(id)).map(row -> surveys(List.of(row)).getFirst());
  }

  private Survey byId(long id) {
    return findById(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no survey \"%d\" any more. Open the surveys of the job again."
                        .formatted(id)));
  }

  /** What is in a picture, if it is there. */
  public Optional<byte[]> bytes(SurveyPicture picture) {
    return PictureFolder.find(picture.sha256());
  }

  /** What kept bytes are, such as {@code image/png}. */
  public static String mediaType(byte[] picture) {
    return Picture.mediaType(picture);
  }

  /** Changes what it is called and what the employer told of the result. */
  public Saving describe(long id, int seen, String name, String score) {
    String newName = cut(name, LONGEST_NAME);
    String newScore = cut(score, LONGEST_NAME);
    Survey now = byId(id);
    if (now.name().equals(newName) && now.reportedScore().equals(newScore)) {
      return Saving.DONE;
    }
    return saved(write(mapper -> mapper.describe(id, seen, newName, newScore, clock.millis())));
  }

  /**
   * Changes its text and finds its questions anew. A question that is still there keeps its answer,
   * and so does one of which only the wording was mended; one that was answered never goes.
   */
  public Saving reread(long id, int seen, String text) {
    String input = cut(plain(text), LONGEST_INPUT);
    long now = clock.millis();
    int changed =
        databases
            .current()
            .write(
                mappers -> {
                  int rows = mappers.of(SurveyMapper.class).read(id, seen, input, now);
                  if (rows == 1) {
                    new Arranging(mappers.of(SurveyQuestionMapper.class), id, now)
                        .take(Questionnaire.read(input));
                  }
                  return rows;
                });
    changed();
    return saved(changed);
  }

  /** Takes it away; {@link #bringBack} brings it back for a month. */
  public void remove(long id) {
    pictures.lock();
    try {
      Instant before = clock.instant().minus(KEPT_AFTER_REMOVAL);
      Collection<String> needed =
          write(
              mapper -> {
                mapper.remove(id, clock.millis());
                mapper.forgetRemoved(before.toEpochMilli());
                return mapper.neededPictures();
              });
      PictureFolder.keepOnly(needed);
    } finally {
      pictures.unlock();
    }
  }

  /** Brings back what {@link #remove} took away. */
  public boolean bringBack(long id) {
    return write(mapper -> mapper.bringBack(id)) == 1;
  }

  /** Keeps which task works at it, and how thoroughly. */
  void works(long id, long task, SurveyMode mode) {
    write(
        mapper -> {
          mapper.task(id, task);
          mapper.mode(id, mode.key());
          return id;
        });
    changed();
  }

  // --- questions

  /** The questions of a survey, in its order. */
  public List<SurveyQuestion> questions(long survey) {
    return readQuestions(mapper -> mapper.of(survey)).stream().map(Surveys::question).toList();
  }

  public Optional<SurveyQuestion> findQuestion(long id) {
    return readQuestions(mapper -> mapper.find(id)).map(Surveys::question);
  }

  /** Stores an answer, unless somebody saved since that version was looked at. */
  public Saving answer(long id, int seen, String answer) {
    String typed = cut(plain(answer), LONGEST_ANSWER);
    Optional<SurveyQuestion> now = findQuestion(id);
    if (now.isPresent() && now.get().answer().equals(typed)) {
      return Saving.DONE;
    }
    return saved(writeQuestions(mapper -> mapper.answer(id, seen, typed, clock.millis())));
  }

  /** Puts an answer in the place of the one there is. */
  public SurveyQuestion replace(long id, String answer) {
    return writeQuestions(
        mapper -> {
          mapper.replace(id, cut(plain(answer), LONGEST_ANSWER), clock.millis());
          return question(mapper.find(id).orElseThrow());
        });
  }

  /**
   * Puts back what {@link #replace} took the place of.
   *
   * @param version that it made
   * @return false where the answer was changed since
   */
  public boolean putBack(long id, int version) {
    return writeQuestions(mapper -> mapper.putBack(id, version, clock.millis())) == 1;
  }

  /** What the person answered to that employer to questions like this one, the likest first. */
  public List<Earlier> earlier(Survey survey, SurveyQuestion question, int most) {
    return earlier(answered(survey), question, most);
  }

  /**
   * Everything that was answered to the employer of a survey; for {@link #earlier(List,
   * SurveyQuestion, int)}.
   */
  public List<Answered> answered(Survey survey) {
    return Stream.concat(inSurveys(survey), inForm(survey)).toList();
  }

  private Stream<Answered> inForm(Survey survey) {
    return forms.of(survey.job()).stream()
        .filter(question -> !question.answer().isBlank())
        .map(
            question ->
                new Answered(0, 0, question.question(), question.answer(), question.changed()));
  }

  private Stream<Answered> inSurveys(Survey survey) {
    return readQuestions(
            mapper -> mapper.answered(survey.company(), survey.job(), EARLIER_LOOKED_AT))
        .stream()
        .map(
            row ->
                new Answered(
                    row.id(),
                    row.survey(),
                    row.question(),
                    row.answer(),
                    Instant.ofEpochMilli(row.changed())));
  }

  /** The same for many questions of one survey. */
  public static List<Earlier> earlier(List<Answered> answered, SurveyQuestion question, int most) {
    return Consistency.of(answered, question).stream().limit(most).toList();
  }

  /** Keeps what a model made of a question; empty takes it away. */
  void weigh(long question, Optional<Weighing> weighing) {
    String text = weighing.map(JSON::writeValueAsString).orElse(null);
    writeQuestions(
        mapper -> {
          mapper.weigh(question, text, clock.millis());
          return question;
        });
    changed();
  }

  // --- rows

  private List<Survey> surveys(List<SurveyMapper.Row> rows) {
    List<Long> ids = rows.stream().map(SurveyMapper.Row::id).toList();
    Map<Long, List<SurveyPicture>> seen = new HashMap<>();
    read(mapper -> mapper.pictures(JSON.writeValueAsString(ids)))
        .forEach(
            row ->
                seen.computeIfAbsent(row.survey(), any -> new ArrayList<>())
                    .add(new SurveyPicture(row.place(), row.sha256(), row.width(), row.height())));
    return rows.stream().map(row -> survey(row, seen.getOrDefault(row.id(), List.of()))).toList();
  }

  private static Survey survey(SurveyMapper.Row row, List<SurveyPicture> pictures) {
    Long task = row.task();
    return new Survey(
        row.id(),
        row.job(),
        row.company(),
        row.name(),
        SurveyMode.of(row.mode()),
        row.source().equals("picture"),
        row.input(),
        row.reportedScore(),
        row.version(),
        task == null ? OptionalLong.empty() : OptionalLong.of(task),
        Instant.ofEpochMilli(row.made()),
        pictures);
  }

  static SurveyQuestion question(SurveyQuestionMapper.Row row) {
    String weighing = row.weighing();
    return new SurveyQuestion(
        row.id(),
        row.survey(),
        row.place(),
        new Asked(
            row.question(), QuestionKind.of(row.kind()), JSON.readValue(row.options(), TEXTS)),
        row.answer(),
        row.version(),
        weighing == null ? Optional.empty() : Optional.of(JSON.readValue(weighing, Weighing.class)),
        Instant.ofEpochMilli(row.weighed()));
  }

  private static Saving saved(int rows) {
    return rows == 1 ? Saving.DONE : Saving.OVERTAKEN;
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private <T> T read(Function<SurveyMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(SurveyMapper.class)));
  }

  private <T> T write(Function<SurveyMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(SurveyMapper.class)));
  }

  private <T> T readQuestions(Function<SurveyQuestionMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(SurveyQuestionMapper.class)));
  }

  private <T> T writeQuestions(Function<SurveyQuestionMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(SurveyQuestionMapper.class)));
  }
}
