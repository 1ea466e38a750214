package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Database;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The current tenant's jobs: what was found, where it stands and why. */
public final class Jobs {

  /** Board of postings of which somebody wrote to the person. They come before all others. */
  public static final String BY_MAIL = "email";

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** Larger transactions make whoever writes beside them wait. */
  private static final int BATCH = 200;

  private static final int MOST_ON_A_PAGE = 500;
  private static final long HOUR = 3_600_000;

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final TextIndex words;
  private final List<MoveListener> listeners = new CopyOnWriteArrayList<>();

  public Jobs(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
    this.words = new TextIndex(databases);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(
        JobMapper.class,
        JobReadMapper.class,
        JobListMapper.class,
        JobEventMapper.class,
        SameMapper.class,
        VerdictMapper.class,
        SimilarMapper.class,
        SampleMapper.class,
        NameMapper.class,
        EventTimeMapper.class,
        PursuedMapper.class,
        ApplicationMapper.class,
        JourneyMapper.class,
        JobLineMapper.class,
        ImportMapper.class);
  }

  /**
   * Stores postings as they were found. What is known is not stored twice; the same job on another
   * board becomes a sighting of the first; a hidden one is kept with its rule. A known job that is
   * found again without a rule against it is shown, and takes what it lacked.
   *
   * <p>Up to 200 are one transaction; more are several, so that others can write between them.
   *
   * @return what became of each, in the same order
   */
  public List<Stored> store(List<Found> found) {
    List<Stored> stored = new ArrayList<>(found.size());
    try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Prepared> batch = prepare(found, 0);
      for (int from = BATCH; !batch.isEmpty(); from += BATCH) {
        int next = from;
        // The next batch is made ready while this one is written.
        var following = CompletableFuture.supplyAsync(() -> prepare(found, next), ahead);
        stored.addAll(write(batch));
        batch = following.join();
      }
    }
    stored();
    return stored;
  }

  /** Makes a posting ready for {@link #storePrepared}. */
  public static Prepared prepare(Found found) {
    return new Prepared(found);
  }

  /**
   * As {@link #store}, in one transaction, for those who found the time to make them ready before.
   */
  public List<Stored> storePrepared(List<Prepared> prepared) {
    List<Stored> stored = write(prepared);
    stored();
    return stored;
  }

  /**
   * Stores postings with their past, as {@link #store} does. A job that is here already keeps what
   * it says and its stage, unless what is brought stands further. None of it can be undone step by
   * step.
   *
   * @return what became of each, in the same order
   */
  public List<Brought.Settled> bring(List<Brought> brought) {
    List<Brought.Settled> settled = new ArrayList<>(brought.size());
    for (int from = 0; from < brought.size(); from += BATCH) {
      List<Brought> batch = brought.subList(from, Math.min(from + BATCH, brought.size()));
      List<Prepared> prepared = prepared(batch);
      settled.addAll(
          database()
              .write(mappers -> new Histories(mappers, clock.instant()).store(batch, prepared)));
    }
    stored();
    return settled;
  }

  static List<Prepared> prepared(List<Brought> brought) {
    return brought.stream()
        .map(
            each ->
                new Prepared(
                    new Found(each.posting(), each.board(), OptionalLong.empty(), Optional.empty()),
                    Optional.of(each.found())))
        .toList();
  }

  /** Lists that are brought in at once and can be taken back. */
  public Imports imports() {
    return new Imports(databases, clock, this::stored);
  }

  /** Where jobs stand, by canonical address; an address that is not known is left out. */
  public Map<URI, Stage> standing(Collection<URI> canonical) {
    String urls = StoredText.strings(canonical.stream().map(URI::toString).toList());
    var standing = new HashMap<URI, Stage>();
    database()
        .read(mappers -> mappers.of(JobReadMapper.class).standingAt(urls))
        .forEach(at -> standing.put(URI.create(at.url()), Stage.of(at.stage())));
    return standing;
  }

  /** A job that is here, and where it stands. */
  public record Standing(long job, Stage stage) {}

  /** The jobs at some canonical addresses; an address that is not known is left out. */
  public Map<URI, Standing> at(Collection<URI> canonical) {
    String urls = StoredText.strings(canonical.stream().map(URI::toString).toList());
    var known = new HashMap<URI, Standing>();
    database()
        .read(mappers -> mappers.of(JobReadMapper.class).standingAt(urls))
        .forEach(
            at -> known.put(URI.create(at.url()), new Standing(at.job(), Stage.of(at.stage()))));
    return known;
  }

  private static List<Prepared> prepare(List<Found> found, int from) {
    return found.stream().skip(from).limit(BATCH).map(Prepared::new).toList();
  }

  private List<Stored> write(List<Prepared> batch) {
    return database().write(mappers -> new Ingest(mappers, clock.instant()).store(batch));
  }

  private void stored() {
    words.follow();
    changed();
  }

  /**
   * A page of a list.
   *
   * @param after what the page before gave as its {@link JobPage#next}
   * @param size 1 to 500
   * @throws IllegalArgumentException if {@code after} is no such position
   */
  public JobPage page(JobFilter filter, Optional<String> after, int size) {
    int rows = Math.clamp(size, 1, MOST_ON_A_PAGE);
    if (filter.words().isPresent()) {
      words.catchUp();
    }
    return database().read(mappers -> JobLists.page(mappers, filter, after, rows, today()));
  }

  /**
   * Jobs whose title and employer have the words that are being typed, the newest first; then those
   * that nearly have them.
   */
  public List<NamedJob> named(String typed, int most) {
    if (typed.isBlank()) {
      return List.of();
    }
    words.catchUp();
    return database().read(mappers -> JobNames.find(mappers, typed, most));
  }

  /**
   * The jobs of an employer that no rule hid, the newest first.
   *
   * @param company as {@link CompanyKey#of} says it; the empty one is no employer
   */
  public List<NamedJob> ofCompany(String company, int most) {
    return company.isEmpty()
        ? List.of()
        : database().read(mappers -> mappers.of(NameMapper.class).ofCompany(company, most)).stream()
            .map(JobNames::named)
            .toList();
  }

  /** The jobs at some stages that no rule hid, the newest first. */
  public List<NamedJob> at(Collection<Stage> stages, int most) {
    String keys = StoredText.strings(stages.stream().map(Stage::key).toList());
    return database().read(mappers -> mappers.of(NameMapper.class).atStages(keys, most)).stream()
        .map(JobNames::named)
        .toList();
  }

  /**
   * Places of stored jobs of which a word begins as typed, and how many jobs are there; the
   * commonest first.
   */
  public Map<String, Integer> placesNamed(String typed, int most) {
    return typed.isBlank()
        ? Map.of()
        : database().read(mappers -> JobNames.places(mappers, typed.strip(), most));
  }

  /** What the person says about which jobs are the same. */
  public SameJobs same() {
    return new SameJobs(databases, clock, this::stored);
  }

  /** The job with that number, or the one that it was joined with. */
  public Optional<Job> findById(long id) {
    return database().read(mappers -> JobReading.findWithJoined(mappers, id));
  }

  /** Where the newest jobs are read and applied for: one address a job, the employer's first. */
  public List<SeenAddress> newestAddresses(int most) {
    return database()
        .read(mappers -> mappers.of(JobReadMapper.class).newestAddresses(most))
        .stream()
        .map(
            data ->
                new SeenAddress(
                    URI.create(data.applyUrl() == null ? data.url() : data.applyUrl()),
                    Optional.ofNullable(data.company())))
        .toList();
  }

  /**
   * Jobs that went to one of some stages in a time, and did not go back; those that went first
   * stand first.
   *
   * @param until the moment after the last
   */
  public List<Long> movedBetween(Instant from, Instant until, Collection<Stage> to) {
    String stages = StoredText.strings(to.stream().map(Stage::key).toList());
    return database()
        .read(
            mappers ->
                mappers
                    .of(JobEventMapper.class)
                    .movedBetween(from.toEpochMilli(), until.toEpochMilli(), stages));
  }

  /**
   * Jobs that wait for review, have a score and were found since then, the oldest first. Whether
   * the person applied for another of the same title there is not looked up.
   *
   * @param most of how many of the newest jobs
   */
  public List<JobRow> scoredSince(Instant since, int most) {
    return database().read(mappers -> JobLists.scoredSince(mappers, since, most));
  }

  public Counts counts() {
    long since = clock.millis() / HOUR - 24;
    return database()
        .read(
            mappers -> {
              JobReadMapper reading = mappers.of(JobReadMapper.class);
              var byStage = new EnumMap<Stage, Long>(Stage.class);
              long hidden = 0;
              for (var count : reading.counts()) {
                if (count.hidden()) {
                  hidden += count.jobs();
                } else {
                  byStage.put(Stage.of(count.stage()), count.jobs());
                }
              }
              return new Counts(byStage, hidden, reading.foundSince(since));
            });
  }

  /**
   * What hides how many jobs, the most first; each word of the blocklist and of profiles by itself.
   */
  public List<HiddenCount> hiddenBy() {
    return database().read(mappers -> mappers.of(JobReadMapper.class).hiddenBy());
  }

  /** Numbers of jobs that a rule hides for that reason, the newest first. */
  public List<Long> hiddenFor(Hidden why, int most) {
    return database()
        .read(mappers -> mappers.of(JobReadMapper.class).hiddenIds(why.rule(), why.detail(), most));
  }

  /** What {@link #sample} would be marked with now. */
  public String sampleMark() {
    return mark(database().read(mappers -> mappers.of(SampleMapper.class).extent()));
  }

  /**
   * Some of all jobs, hidden or not, evenly spread over the time in which they were found.
   *
   * @param most how many, at the most
   */
  public JobSample sample(int most) {
    return database()
        .read(
            mappers -> {
              SampleMapper sample = mappers.of(SampleMapper.class);
              SampleMapper.Extent extent = sample.extent();
              long span = extent.last() - extent.first() + 1;
              long steps = Math.min(span, most);
              // Each somewhere within its stretch, so that what comes in turns is not hit in step.
              String from =
                  LongStream.range(0, steps)
                      .map(
                          step ->
                              extent.first() + (long) ((step + step * GOLDEN % 1) * span / steps))
                      .mapToObj(Long::toString)
                      .collect(Collectors.joining(",", "[", "]"));
              return new JobSample(
                  extent.jobs(),
                  mark(extent),
                  extent.jobs() == 0
                      ? List.of()
                      : sample.spread(from).stream()
                          .map(data -> new JobToScore(data.id(), Scores.withPlainText(data)))
                          .toList());
            });
  }

  private static final double GOLDEN = 0.618_033_988_749_895;

  private static String mark(SampleMapper.Extent extent) {
    return extent.jobs() + " " + extent.last();
  }

  /** The newest jobs that wait in review; their descriptions are plain text. */
  public List<JobToScore> newestToReview(int most) {
    return database()
        .read(
            mappers ->
                mappers.of(JobReadMapper.class).newestToReview(most).stream()
                    .map(data -> new JobToScore(data.id(), Scores.withPlainText(data)))
                    .toList());
  }

  /**
   * Moves jobs to a stage, as one decision. Jobs that are there already or do not exist are left
   * out; hidden ones are shown. A rejection remembers the stage before it.
   */
  public Move move(Collection<Long> ids, Stage to, Optional<String> reason) {
    return move(ids, to, reason, clock.instant());
  }

  /** The same for a decision that says more, such as how it ended. */
  public Move move(Collection<Long> ids, Decision decision) {
    Move made =
        database().write(mappers -> moves(mappers).move(Verdicts.roots(mappers, ids), decision));
    changed();
    moved(made);
    return made;
  }

  /**
   * Moves only those jobs that still stand where the person saw them, so that what another window
   * decided meanwhile is not overwritten.
   *
   * @param seen each job with the stage at which it was seen
   * @return the decision; those of its jobs that are missing went elsewhere before, or are there
   */
  public Move move(Map<Long, Stage> seen, Decision decision) {
    Move made = database().write(mappers -> moves(mappers).move(seen, decision));
    changed();
    moved(made);
    return made;
  }

  /** Has somebody told of every decision from now on; called while the program is wired. */
  public void listen(MoveListener listener) {
    listeners.add(listener);
  }

  private void moved(Move move) {
    tell(move, MoveListener::moved);
  }

  private void tell(Move move, BiConsumer<MoveListener, Move> how) {
    if (move.id() == 0) {
      return;
    }
    for (MoveListener listener : listeners) {
      try {
        how.accept(listener, move);
      } catch (RuntimeException broken) {
        LOG.warn("A listener of moves failed at move {}.", move.id(), broken);
      }
    }
  }

  /**
   * When each stage was entered, by job. Derived from what stands of the events, in the times that
   * the person corrected; a stage that was entered twice counts from the first time, an end from
   * the last.
   */
  public Map<Long, Map<Stage, Instant>> stamps(Collection<Long> ids) {
    String json = StoredText.ids(ids);
    var stamps = new HashMap<Long, Map<Stage, Instant>>();
    database()
        .read(mappers -> mappers.of(EventTimeMapper.class).stamps(json))
        .forEach(
            data -> {
              Stage stage = Stage.of(data.stage());
              stamps
                  .computeIfAbsent(data.job(), id -> new EnumMap<>(Stage.class))
                  .put(
                      stage,
                      Instant.ofEpochMilli(stage == Stage.REJECTED ? data.last() : data.first()));
            });
    return stamps;
  }

  /** The jobs for which the person applied. */
  public Pursued pursued() {
    return new Pursued(databases);
  }

  /** Many jobs at once, for those who tell others of them. */
  public JobLines lines() {
    return new JobLines(databases);
  }

  /** What the person says about when things happened. */
  public EventTimes times() {
    return new EventTimes(databases, clock, this::changed);
  }

  /** The same for what the person did at another time. */
  public Move move(Collection<Long> ids, Stage to, Optional<String> reason, Instant at) {
    Move made =
        database()
            .write(
                mappers ->
                    new Moves(mappers, at)
                        .move(Verdicts.roots(mappers, ids), Decision.to(to).because(reason)));
    changed();
    moved(made);
    return made;
  }

  /** Which of these decisions were not taken back. */
  public Set<Long> standingMoves(Set<Long> moves) {
    String ids = StoredText.ids(moves);
    return Set.copyOf(database().read(mappers -> mappers.of(JobEventMapper.class).standing(ids)));
  }

  /** Shows jobs that a rule hid. Can be undone as any move. */
  public Move show(Collection<Long> ids) {
    Move made = database().write(mappers -> moves(mappers).show(Verdicts.roots(mappers, ids)));
    changed();
    return made;
  }

  /** Takes the last decision back that was not taken back, however long ago it was. */
  public Optional<Move> undo() {
    Optional<Move> undone = database().write(mappers -> moves(mappers).undo());
    changed();
    undone.ifPresent(move -> tell(move, MoveListener::undone));
    return undone;
  }

  /**
   * Takes one decision back, but for jobs that went on since.
   *
   * @param move {@link Move#id}
   * @return the decision with the jobs that are back; empty if there are none
   */
  public Optional<Move> undo(long move) {
    Optional<Move> undone = database().write(mappers -> moves(mappers).undo(move));
    changed();
    undone.ifPresent(back -> tell(back, MoveListener::undone));
    return undone;
  }

  /** Keeps scores made from that scorer (with its revision) and candidate. */
  public void saveScores(String scorer, String candidateHash, Map<Long, Score> scores) {
    saveScores(scorer, candidateHash, scores, Map.of());
  }

  /**
   * The same, with the résumé that each was made from.
   *
   * @param resumes job → résumé
   */
  public void saveScores(
      String scorer, String candidateHash, Map<Long, Score> scores, Map<Long, Long> resumes) {
    Instant now = clock.instant();
    database()
        .write(
            mappers -> {
              new Scores(mappers, scorer, candidateHash).save(scores, resumes, now);
              return scores.size();
            });
    changed();
  }

  /**
   * Jobs without a score from that scorer and candidate: new ones first, then those scored from
   * others, the newest of each first. Hidden, archived, rejected and finished ones need none.
   */
  public List<JobToScore> toScore(String scorer, String candidateHash, int limit) {
    return database().read(mappers -> new Scores(mappers, scorer, candidateHash).missing(limit));
  }

  /**
   * Replaces what a job says, such as when its description was fetched later. Its address, board
   * and id stay. It is scored again.
   *
   * @throws IllegalArgumentException if there is no such job
   */
  public Job update(long id, Posting posting) {
    Draft draft = Draft.of(posting);
    Job updated =
        database()
            .write(
                mappers -> {
                  long root = Verdicts.roots(mappers, List.of(id)).stream().findFirst().orElse(id);
                  var before = mappers.of(JobReadMapper.class).find(root);
                  if (before == null) {
                    throw noSuchJob(id);
                  }
                  Rewrite.write(mappers, before, draft);
                  return JobReading.findWithJoined(mappers, id).orElseThrow();
                });
    changed();
    return updated;
  }

  static IllegalArgumentException noSuchJob(long id) {
    return new IllegalArgumentException(
        "Job \"%d\": there is none with that number. It may have been deleted.".formatted(id));
  }

  private Moves moves(dev.peregrine.host.storage.Mappers mappers) {
    return new Moves(mappers, clock.instant());
  }

  private Database database() {
    return databases.current();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void changed() {
    live.changed(Tenant.current().id(), "jobs");
  }
}
