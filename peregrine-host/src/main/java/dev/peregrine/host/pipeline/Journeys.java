package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JourneyMapper.OnPathData;
import dev.peregrine.host.pipeline.JourneyMapper.PathData;
import dev.peregrine.host.pipeline.JourneyMapper.RowData;
import dev.peregrine.host.storage.Databases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How the current tenant's jobs went, counted: from found to hired. */
public final class Journeys {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In the order in which an application passes them. */
  private static final List<Stage> PASSED =
      List.of(Stage.SURVEY, Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER, Stage.HIRED);

  private final Databases databases;

  public Journeys(Databases databases) {
    this.databases = databases;
  }

  /** What review and rules made of found jobs. */
  public enum Standing {
    HIDDEN,
    PENDING,
    TURNED_DOWN,
    ARCHIVED,
    APPROVED,
    /** Went on as an application. */
    APPLIED;

    /** The name in addresses and JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Found jobs of one board that stand alike. */
  public record FoundCount(String board, Standing standing, long jobs) {}

  /** How an application that is no more ended. */
  public enum End {
    OPEN,
    REJECTED,
    WITHDRAWN,
    GHOSTED,
    ARCHIVED;

    /** The name in addresses and JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Applications of one board that went the same way.
   *
   * @param through the stages in their order, applied first, where it stands or ended last
   */
  public record Path(String board, List<Stage> through, End end, long jobs) {

    public Path {
      through = List.copyOf(through);
    }
  }

  /** What came of an application. */
  public enum Outcome {
    /** It went on: a survey, a call or more. */
    INVITED,
    /** They said no. */
    DECLINED,
    /** The person took it back before anybody answered. */
    WITHDRAWN,
    /** Nothing, for longer than one waits. */
    SILENT,
    /** Nothing yet, but it was sent a short while ago. */
    EARLY;

    /** The name in addresses and JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Applications of one part of a division with the same outcome.
   *
   * @param key which part, as {@link Division} says it
   */
  public record SentCount(Division division, String key, Outcome outcome, long jobs) {}

  /**
   * Applications for which something took so long.
   *
   * @param span the key of a stage, or {@code answer} from applying to the first answer
   */
  public record SpentCount(String span, long days, long jobs) {}

  /** All of it, from one moment. */
  public record Counted(
      List<FoundCount> found, List<Path> paths, List<SentCount> sent, List<SpentCount> spent) {}

  /**
   * A job behind a number.
   *
   * @param at when it was applied for, or found
   */
  public record Row(
      long job,
      String title,
      Optional<String> company,
      Stage stage,
      Optional<Ending> ending,
      Instant at) {}

  /**
   * A page of the jobs behind a number.
   *
   * @param next what comes after it
   */
  public record Rows(List<Row> rows, Optional<String> next) {}

  /**
   * Which applications, for a list.
   *
   * @param texts keys, of a division that has words; empty for numbers
   * @param from the least number
   * @param to the greatest one
   */
  public record Part(
      Division division, List<String> texts, long from, long to, Set<Outcome> outcomes) {

    /** Those of some keys. */
    public static Part of(Division division, Collection<String> texts, Set<Outcome> outcomes) {
      return new Part(division, List.copyOf(texts), 0, 0, outcomes);
    }

    /** Those within numbers. */
    public static Part of(Division division, long from, long to, Set<Outcome> outcomes) {
      return new Part(division, List.of(), from, to, outcomes);
    }
  }

  /**
   * Counts everything.
   *
   * @param chosen job → the résumé that the person chose for it
   * @param divisions by what applications are divided; each costs time
   */
  public Counted count(JourneySpan span, Map<Long, Long> chosen, Set<Division> divisions) {
    SentQuery query = SentQuery.of(span, JSON.writeValueAsString(chosen));
    long since = span.since().toEpochMilli();
    return databases
        .current()
        .read(
            mappers -> {
              JourneyMapper mapper = mappers.of(JourneyMapper.class);
              List<Path> paths = mapper.paths(since).stream().map(Journeys::path).toList();
              return new Counted(
                  found(mapper.found(since), paths),
                  paths,
                  mapper.sent(query, List.copyOf(divisions)).stream()
                      .map(
                          data ->
                              new SentCount(
                                  Division.valueOf(data.division().toUpperCase(Locale.ROOT)),
                                  data.key(),
                                  Outcome.valueOf(data.outcome().toUpperCase(Locale.ROOT)),
                                  data.jobs()))
                      .toList(),
                  mapper.spent(query).stream()
                      .map(data -> new SpentCount(data.span(), data.days(), data.jobs()))
                      .toList());
            });
  }

  private static List<FoundCount> found(List<JourneyMapper.FoundData> data, List<Path> paths) {
    var found = new ArrayList<FoundCount>();
    for (JourneyMapper.FoundData each : data) {
      found.add(new FoundCount(each.board(), standing(each), each.jobs()));
    }
    // What was applied for and archived after that is an application.
    for (Path path : paths) {
      if (path.end() == End.ARCHIVED) {
        found.add(new FoundCount(path.board(), Standing.ARCHIVED, -path.jobs()));
        found.add(new FoundCount(path.board(), Standing.APPLIED, path.jobs()));
      }
    }
    return found;
  }

  private static Standing standing(JourneyMapper.FoundData data) {
    if (data.hidden()) {
      return Standing.HIDDEN;
    }
    return switch (Stage.of(data.stage())) {
      case PENDING -> Standing.PENDING;
      case APPROVED -> Standing.APPROVED;
      case ARCHIVED -> Standing.ARCHIVED;
      case REJECTED -> isOfReview(data.rejectionStage()) ? Standing.TURNED_DOWN : Standing.APPLIED;
      case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> Standing.APPLIED;
    };
  }

  private static boolean isOfReview(@Nullable String rejectionStage) {
    return rejectionStage == null
        || rejectionStage.equals("review")
        || rejectionStage.equals("archived");
  }

  private static Path path(PathData data) {
    return new Path(
        data.board(),
        through(data.mask(), data.stage(), data.rejectionStage()),
        end(data.stage(), data.ending()),
        data.jobs());
  }

  private static Path path(OnPathData data) {
    return new Path(
        data.board(),
        through(data.mask(), data.stage(), data.rejectionStage()),
        end(data.stage(), data.ending()),
        1);
  }

  private static List<Stage> through(int mask, String stage, @Nullable String rejectionStage) {
    String at = stage.equals("rejected") && rejectionStage != null ? rejectionStage : stage;
    // Of what was put away nobody wrote down where it stood: it got as far as it ever was.
    int last = at.equals("archived") ? PASSED.size() : PASSED.indexOf(Stage.of(at));
    var through = new ArrayList<Stage>();
    through.add(Stage.APPLIED);
    for (int bit = 0; bit < PASSED.size(); bit++) {
      if (bit == last || bit < last && (mask & 1 << bit) != 0) {
        through.add(PASSED.get(bit));
      }
    }
    return through;
  }

  private static End end(String stage, @Nullable String ending) {
    return switch (stage) {
      case "archived" -> End.ARCHIVED;
      case "rejected" ->
          switch (ending == null ? Ending.REJECTED : Ending.of(ending)) {
            case REJECTED -> End.REJECTED;
            case WITHDRAWN -> End.WITHDRAWN;
            case GHOSTED -> End.GHOSTED;
          };
      default -> End.OPEN;
    };
  }

  /**
   * The applications of a part, the newest first.
   *
   * @param after what the page before gave as {@link Rows#next}
   */
  public Rows sent(
      JourneySpan span, Map<Long, Long> chosen, Part part, Optional<String> after, int size) {
    SentQuery query = SentQuery.of(span, JSON.writeValueAsString(chosen));
    long[] place = place(after.orElse(""));
    List<RowData> rows =
        read(
            mapper ->
                mapper.listSent(
                    query,
                    part.division(),
                    part.texts(),
                    part.from(),
                    part.to(),
                    part.outcomes().stream().map(Outcome::key).toList(),
                    place.length == 2 ? place[0] : null,
                    place.length == 2 ? place[1] : null,
                    size + 1));
    return cut(rows, size, last -> last.at() + "-" + last.job());
  }

  /** Found jobs that stand in one of these ways, the newest first. */
  public Rows found(
      Instant since,
      Optional<String> board,
      Set<Standing> standings,
      Optional<String> after,
      int size) {
    long[] place = place(after.orElse(""));
    List<String> keys = standings.stream().map(Standing::key).toList();
    List<RowData> rows =
        read(
            mapper ->
                mapper.listFound(
                    since.toEpochMilli(),
                    board.orElse(null),
                    keys,
                    place.length == 1 ? place[0] : null,
                    size + 1));
    return cut(rows, size, last -> "" + last.job());
  }

  /** Applications for jobs that were found since then and went such a way. */
  public Rows onPath(Instant since, Predicate<Path> which, Optional<String> after, int size) {
    long[] place = place(after.orElse(""));
    long before = place.length == 1 ? place[0] : Long.MAX_VALUE;
    List<RowData> rows =
        read(
            mapper -> {
              List<Long> ids =
                  mapper.onPaths(since.toEpochMilli()).stream()
                      .filter(data -> data.job() < before && which.test(path(data)))
                      .limit(size + 1L)
                      .map(OnPathData::job)
                      .toList();
              return ids.isEmpty() ? List.of() : mapper.rows(StoredText.ids(ids));
            });
    return cut(rows, size, last -> "" + last.job());
  }

  private static long[] place(String after) {
    if (!after.matches("\\d{1,18}(-\\d{1,18})?")) {
      return new long[0];
    }
    return java.util.Arrays.stream(after.split("-")).mapToLong(Long::parseLong).toArray();
  }

  private static Rows cut(
      List<RowData> rows, int size, java.util.function.Function<RowData, String> mark) {
    boolean more = rows.size() > size;
    List<RowData> shown = more ? rows.subList(0, size) : rows;
    return new Rows(
        shown.stream().map(Journeys::row).toList(),
        more ? Optional.of(mark.apply(shown.getLast())) : Optional.empty());
  }

  private static Row row(RowData data) {
    Stage stage = Stage.of(data.stage());
    Optional<Ending> ending =
        stage == Stage.REJECTED && !isOfReview(data.rejectionStage())
            ? Optional.of(data.ending() == null ? Ending.REJECTED : Ending.of(data.ending()))
            : Optional.empty();
    return new Row(
        data.job(),
        data.title(),
        Optional.ofNullable(data.company()),
        stage,
        ending,
        Instant.ofEpochMilli(data.at()));
  }

  private <T> T read(java.util.function.Function<JourneyMapper, T> question) {
    return databases.current().read(mappers -> question.apply(mappers.of(JourneyMapper.class)));
  }
}
